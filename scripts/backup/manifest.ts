import { migrationsHash } from "@/db/migrate";
import { PlainError } from "../plain";
import { MANIFEST, measure, readArchiveFile, type Written } from "./archive";
import type { Sequence, Table } from "./tables";

export type Manifest = {
  format: 1;
  madeAt: string;
  version: string;
  postgres: string;
  /** Hash of the migrations and repeatable scripts the records fit to. */
  migrations: string;
  tables: (Table & { rows: number })[];
  sequences: Sequence[];
  parts: Written[];
};

/** Reads the whole file once: every byte is authenticated and every part compared with the manifest. Touches nothing. */
export async function verifyBackup(file: string, passphrase: string): Promise<Manifest> {
  const found: Written[] = [];
  let manifest: Manifest | undefined;
  for await (const part of readArchiveFile(file, passphrase)) {
    if (part.name === MANIFEST) manifest = await readManifest(part.body);
    else found.push(await measure(part));
  }
  if (!manifest || JSON.stringify(found) !== JSON.stringify(manifest.parts)) {
    throw new PlainError(
      "The backup is damaged: its contents are not what was written. Nothing was restored.",
    );
  }
  return manifest;
}

/** Records fit only the tables they came from. */
export function checkFits({ migrations, version, madeAt }: Manifest): void {
  if (migrations === migrationsHash()) return;
  throw new PlainError(
    `The backup of ${madeAt.slice(0, 10)} was made by another version of CONNECT (${version}): restore it with that version, then update.`,
  );
}

async function readManifest(body: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString());
}
