import "server-only";
import type { PullAsked } from "@/db/schema/value-pulls";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { readyRows } from "../import-words";
import { bringIn, carryOn } from "../jobs";
import { valueImportPage } from "../queries";
import { forgetImport } from "../stage-commands";
import type { ImportSummary } from "../summary";
import { PullFault } from "./fault";
import type { PullPart } from "./question";

/** Reads an answer of DHIS2 into an import of its own and looks at it; null when it has no values. */
export async function readAnswer(
  actor: Actor,
  { asked, part }: { asked: PullAsked; part: Omit<PullPart, "no"> },
  bytes: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const reading = {
    name: `DHIS2 ${part.period} ${part.orgUnit}`,
    via: "pull",
    format: "json",
    write: false,
    asked: {
      orgUnitIdScheme: asked.unitScheme,
      dataElementIdScheme: asked.elementScheme,
      importStrategy: asked.strategy,
    },
  } as const;
  try {
    return (await bringIn(actor, reading, withList(bytes))).importId;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, value } = error.details;
    if (reason === "empty") return null;
    if (error.code === "too_large") throw new PullFault("too_large", { status: 200 });
    if (error.code === "throttled") throw new PullFault("crowded");
    if (error.code === "invalid")
      throw new PullFault("unreadable", { status: 200, detail: `${reason} ${value}`.trim() });
    throw error;
  }
}

/** DHIS2 writes `{}` where there are no values. */
async function* withList(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const short: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    if (size > 20) {
      yield piece;
      continue;
    }
    short.push(piece);
    size += piece.byteLength;
    if (size > 20) yield Buffer.concat(short);
  }
  if (size > 20) return;
  const whole = Buffer.concat(short);
  yield /^\s*\{\s*\}\s*$/.test(whole.toString("utf8")) ? Buffer.from('{"dataValues":[]}') : whole;
}

export type Judged = Readonly<{ importId: string; summary: ImportSummary }>;

/** What would become of an answer that was read; of one written already, what became of it. */
export async function judgedAnswer(actor: Actor, importId: string): Promise<Judged> {
  const found = await valueImportPage(actor, importId);
  if (!found) throw new AppError("not_found");
  return { importId, summary: found.summary };
}

/** Writes what is ready. An answer that changes nothing and asks nothing of anybody leaves no import behind. */
export async function settleAnswer(
  actor: Actor,
  { importId, summary }: Judged,
): Promise<{ importId: string | null; summary: ImportSummary }> {
  if (readyRows(summary) > 0) {
    await carryOn(actor, "write", importId);
    return judgedAnswer(actor, importId);
  }
  if (summary.unknown + summary.conflictRows > 0) return { importId, summary };
  await forgetImport(actor, importId);
  return { importId: null, summary };
}

export const countsOf = ({ conflicts: _, restored: _r, stayed: _s, ...counts }: ImportSummary) => counts;
