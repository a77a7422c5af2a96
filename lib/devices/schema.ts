import { z } from "zod";

const id = z.uuid();

// What the office forms send; an empty input is absent.
export const Discarding = z.object({ id, why: z.string().trim().min(1).max(500) });

export type Discarding = z.output<typeof Discarding>;
