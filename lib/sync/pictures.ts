import type { FieldDatabase } from "./database";
import type { MediaRow } from "./rows";

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** How a picture is kept: as it is, or sealed when a PIN is set. Before the transaction: reading a blob takes time. */
export async function keptPicture(db: FieldDatabase, blob: Blob): Promise<Pick<MediaRow, "blob" | "sealed">> {
  if (!db.sealer) return { blob };
  const sealed = db.sealer.seal(await bytesOf(blob)) as Uint8Array<ArrayBuffer>;
  return { blob: new Blob([sealed]), sealed: 1 };
}

/** The picture itself. */
export async function pictureOf(
  db: FieldDatabase,
  row: Pick<MediaRow, "blob" | "sealed" | "type">,
): Promise<Blob> {
  if (!row.sealed) return row.blob;
  if (!db.sealer) throw new Error("locked");
  const plain = db.sealer.open(await bytesOf(row.blob)) as Uint8Array<ArrayBuffer>;
  return new Blob([plain], { type: row.type });
}
