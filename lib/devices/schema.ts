import { z } from "zod";

const id = z.uuid();

// What the office forms send; an empty input is absent.
export const OneQuarantined = z.object({ id });
export const Discarding = z.object({ id, why: z.string().trim().min(1).max(500) });

export const OneDevice = z.object({ deviceId: id });

export type Discarding = z.output<typeof Discarding>;
