import { z } from "zod";
import { Change } from "@/lib/changes/schema";
import { type FieldDatabase, readKnown } from "./database";
import { signChange } from "./device-key";
import type { Me } from "./known";
import { pictureOf } from "./pictures";
import { type MediaRow, type OutboxItem, openStates, type TrustBatchRow } from "./rows";

const Person = z.object({ userId: z.uuid(), name: z.string().max(200) });
export type From = z.infer<typeof Person>;

const Picture = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  photoId: z.uuid(),
  type: z.string().max(60),
  savedAt: z.string().max(40),
  bytes: z.int().min(1),
  from: Person,
});
const Batch = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  sealed: z.array(z.string().max(4000)).max(1000),
});
const Listed = z.object({
  changes: z.array(z.object({ change: z.unknown(), from: Person })),
  pictures: z.array(Picture),
  /** Absent in files of before 22 November 2026. */
  batches: z.array(z.object({ batch: Batch, from: Person })).default([]),
});

export type Contents = Readonly<{
  changes: readonly Readonly<{ change: Change; from: From }>[];
  pictures: readonly Readonly<{
    row: Pick<MediaRow, "sha256" | "photoId" | "type" | "bytes" | "savedAt">;
    from: From;
    data: Uint8Array;
  }>[];
  /** Submitted interviews, sealed for the programme. */
  batches: readonly Readonly<{ batch: Pick<TrustBatchRow, "id" | "roundId" | "sealed">; from: From }>[];
}>;

/**
 * What the server has not settled: this person's changes, signed by this phone, those carried for others, and when `whole`
 * pictures and submitted interviews not yet sent. What has been handed out may not change any more, so that sending it twice is harmless.
 */
export async function gatherContents(db: FieldDatabase, { whole = true } = {}): Promise<Contents> {
  const me = await readKnown<Me>(db, "me");
  const own: From = { userId: db.name.slice("connect-".length), name: me?.name ?? "" };
  const items = await signedOpen(db);
  const carried = await db.carried.where("state").equals("waiting").sortBy("addedAt");
  const media = whole ? await db.media.where("state").notEqual("received").toArray() : [];
  const batches = whole ? await db.trustBatches.where("state").notEqual("received").toArray() : [];
  return {
    changes: [
      ...items.map(({ change }) => ({ change, from: own })),
      ...carried.map(({ change, from }) => ({ change, from })),
    ],
    pictures: await Promise.all(
      media.map(async ({ sha256, photoId, type, bytes, savedAt, ...kept }) => ({
        row: { sha256, photoId, type, bytes, savedAt },
        from: kept.from ?? own,
        data: new Uint8Array(await (await pictureOf(db, { type, ...kept })).arrayBuffer()),
      })),
    ),
    batches: batches.map(({ id, roundId, sealed }) => ({ batch: { id, roundId, sealed }, from: own })),
  };
}

async function signedOpen(db: FieldDatabase): Promise<OutboxItem[]> {
  const items = await db.transaction("rw", db.outbox, async () => {
    const open = await db.outbox.where("state").anyOf(openStates).sortBy("seq");
    for (const { seq } of open) if (seq) await db.outbox.update(seq, { sealed: true });
    return open;
  });
  const signed = await Promise.all(
    items.map(async (item) =>
      item.change.signature ? item : { ...item, change: await signChange(db, item.change) },
    ),
  );
  await db.transaction("rw", db.outbox, async () => {
    for (const { seq, change } of signed) if (seq) await db.outbox.update(seq, { change });
  });
  return signed;
}

/** Length of the list, the list as JSON, then the pictures' bytes one after the other. */
export function packContents({ changes, pictures, batches }: Contents): Uint8Array {
  const listed = { changes, pictures: pictures.map(({ row, from }) => ({ ...row, from })), batches };
  const list = new TextEncoder().encode(JSON.stringify(listed));
  const whole = new Uint8Array(4 + list.length + pictures.reduce((sum, { data }) => sum + data.length, 0));
  new DataView(whole.buffer).setUint32(0, list.length);
  whole.set(list, 4);
  let at = 4 + list.length;
  for (const { data } of pictures) {
    whole.set(data, at);
    at += data.length;
  }
  return whole;
}

/** Throws for what is no contents; changes of a kind this version does not know are left to the server. */
export function unpackContents(bytes: Uint8Array): Contents {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const listed = Listed.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
  let at = 4 + length;
  const pictures = listed.pictures.map(({ from, ...row }) => {
    const data = bytes.slice(at, at + row.bytes);
    at += row.bytes;
    return { row, from, data };
  });
  const changes = listed.changes.flatMap(({ change, from }) => {
    const parsed = Change.safeParse(change);
    return parsed.success ? [{ change: parsed.data, from }] : [];
  });
  return { changes, pictures, batches: listed.batches };
}
