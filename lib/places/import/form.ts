import { z } from "zod";
import type { Decision } from "./accept-commands";

export const ImportDecision = z.object({ importId: z.uuid() }).catchall(z.unknown());

/** `row12=same` or `row12=new`; anything else leaves the row out. */
export function decisionsOf(form: z.output<typeof ImportDecision>): Record<number, Decision> {
  const decided: Record<number, Decision> = {};
  for (const [name, value] of Object.entries(form)) {
    const row = /^row(\d{1,6})$/u.exec(name)?.[1];
    if (row && (value === "same" || value === "new")) decided[Number(row)] = value;
  }
  return decided;
}
