import { z } from "zod";
import type { PullRhythm } from "@/db/schema/value-pulls";
import { idSchemes, importStrategies } from "../options";

export const pullRhythms = ["daily", "monthly"] as const satisfies readonly PullRhythm[];
/** Fetching never means "take away what it names". */
export const pullStrategies = importStrategies.filter((one) => one !== "DELETE");

/** DHIS2's identifiers, apart by anything but letters and digits; each once. */
const identifiers = (most: number) =>
  z
    .string()
    .max(1000)
    .transform((text) => [...new Set(text.split(/[^A-Za-z0-9]+/).filter(Boolean))])
    .pipe(
      z
        .array(z.string().regex(/^[A-Za-z][A-Za-z0-9]{10}$/))
        .min(1)
        .max(most),
    );
const ticked = z
  .literal("on")
  .optional()
  .transform((on) => on === "on");
const printable = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\x21-\x7e]+$/);

export const PullForm = z.object({
  /** Names the change, so that one form sent twice is one. */
  changeId: z.uuid(),
  address: z.string().trim().max(300),
  dataSets: identifiers(10),
  orgUnits: identifiers(50),
  children: ticked,
  unitScheme: z.enum(idSchemes),
  elementScheme: z.enum(idSchemes),
  strategy: z.enum(pullStrategies),
  months: z.coerce.number().int().min(1).max(24),
  rhythm: z.enum(pullRhythms),
  day: z.coerce.number().int().min(1).max(28),
  hour: z.coerce.number().int().min(0).max(23),
  active: ticked,
  token: printable(300).optional(),
  user: z
    .string()
    .trim()
    .max(200)
    .regex(/^[^:]+$/)
    .optional(),
  password: z.string().max(300).optional(),
});
export type PullForm = z.output<typeof PullForm>;

export const AskForm = z.object({ runId: z.uuid(), kind: z.enum(["hand", "trial"]) });
export const OneRun = z.object({ runId: z.uuid() });
