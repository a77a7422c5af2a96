import "server-only";
import { createHash } from "node:crypto";
import type { PullAsked } from "@/db/schema/value-pulls";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { judgeImport, writeImport } from "../import-commands";
import { readyRows } from "../import-words";
import { valueImportPage } from "../queries";
import { readValues } from "../read-values";
import { forgetImport, stage } from "../stage-commands";
import type { ImportSummary } from "../summary";
import { PullFault } from "./fault";
import type { PullPart } from "./question";

/** Reads an answer of DHIS2 into an import of its own; null when it has no values. Only the setting says what may be done. */
export async function stageAnswer(
  actor: Actor,
  { asked, part }: { asked: PullAsked; part: Omit<PullPart, "no"> },
  bytes: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const hash = createHash("sha256");
  const { rows } = readValues(
    "json",
    withList(bytes, (piece) => hash.update(piece)),
  );
  const source = {
    name: `DHIS2 ${part.period} ${part.orgUnit}`,
    via: "pull",
    format: "json",
    asked: {
      orgUnitIdScheme: asked.unitScheme,
      dataElementIdScheme: asked.elementScheme,
      importStrategy: asked.strategy,
    },
  } as const;
  try {
    const read = { header: {}, rows, digest: () => hash.digest("hex") };
    return (await stage(actor, source, read)).importId;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, value } = error.details;
    if (reason === "empty") return null;
    if (error.code === "too_large") throw new PullFault("too_large", { status: 200 });
    if (error.code === "invalid")
      throw new PullFault("unreadable", { status: 200, detail: `${reason} ${value}`.trim() });
    throw error;
  }
}

/** DHIS2 writes `{}` where there are no values. */
async function* withList(bytes: AsyncIterable<Uint8Array>, seen: (piece: Uint8Array) => void) {
  const short: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    seen(piece);
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

export type Judged = Readonly<{ summary: ImportSummary; ready: number; waits: boolean }>;

/** What would become of it. `waits`: there is something that a person has to look at. */
export async function judgeAnswer(actor: Actor, importId: string): Promise<Judged> {
  const before = await valueImportPage(actor, importId);
  if (before && before.status !== "read") return judged(before.summary);
  await judgeImport(actor, importId);
  const found = await valueImportPage(actor, importId);
  if (!found) throw new AppError("not_found");
  return judged(found.summary);
}

const judged = (summary: ImportSummary): Judged => ({
  summary,
  ready: readyRows(summary),
  waits: summary.unknown + summary.conflictRows > 0,
});

/** Writes what is ready. An answer that changes nothing and asks nothing of anybody leaves no import behind. */
export async function settleAnswer(
  actor: Actor,
  importId: string,
  { ready, waits, summary }: Judged,
): Promise<{ importId: string | null; summary: ImportSummary }> {
  if (ready > 0) return { importId, summary: await writeImport(actor, importId) };
  if (waits) return { importId, summary };
  await forgetImport(actor, importId);
  return { importId: null, summary };
}

export const countsOf = ({ conflicts: _, restored: _r, stayed: _s, ...counts }: ImportSummary) => counts;
