import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/errors";
import { sniffed } from "./body";
import type { Bytes } from "./decode";
import { valuesOfSheet } from "./sheet";
import { type Staged, stage, stageFile } from "./stage-commands";
import { FileError, type ValueRow } from "./value-row";

type Upload = Readonly<{
  name: string;
  asked: Readonly<Record<string, string | undefined>>;
  body: Bytes;
}>;

/** Reads a file that a person chose: a spreadsheet of ours, or a file of DHIS2 of any length. */
export async function stageUpload(actor: Actor, { name, asked, body }: Upload): Promise<Staged> {
  const { format, bytes } = await sniffed(body);
  return format === "xlsx"
    ? stageSheet(actor, { name, bytes })
    : stageFile(actor, { name, via: "file", format, bytes, asked });
}

async function stageSheet(actor: Actor, { name, bytes }: { name: string; bytes: Bytes }): Promise<Staged> {
  // Only when one comes: a process that reads anything else starts in half the time.
  const { readWorkbook, workbookLimits } = await import("@/lib/plans/workbook");
  const file = await whole(bytes, workbookLimits.bytes);
  const asked = { system: "connect", idScheme: "code" };
  const digest = () => createHash("sha256").update(file).digest("hex");
  async function* rows(): AsyncGenerator<ValueRow[]> {
    yield valuesOfSheet(await readWorkbook(file).catch(refused));
  }
  return stage(actor, { name, via: "sheet", format: "xlsx", asked }, { header: {}, rows: rows(), digest });
}

function refused(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  throw new FileError(error.code === "too_large" ? "too_large" : "wrong_kind");
}

async function whole(bytes: Bytes, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > most) throw new AppError("too_large", { reason: "too_large" });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
