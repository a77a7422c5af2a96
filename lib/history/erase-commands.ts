import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { withScope } from "@/db/client";
import { photos } from "@/db/schema/media";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { eraseRecord } from "@/lib/changes/erase";
import { id, prose } from "@/lib/changes/fields";
import { AppError } from "@/lib/errors";
import { dropPicture } from "@/lib/media/derive";
import { type PlaceHead, whereaboutsOfHead } from "@/lib/villages/place-head";
import { type PlaceHistory, placeHistory } from "./queries";

export const EraseRecord = z.object({
  subject: id,
  why: prose.pipe(z.string().trim().min(3).max(500)),
  sure: z.literal("on"),
});

/** Erases a record as docs/decisions/0003 says; a photo's file goes with it unless another record shows the same picture. */
export async function eraseOnRequest(actor: Actor, input: z.infer<typeof EraseRecord>): Promise<void> {
  const { subject, why } = input;
  const picture = await pictureOf(actor, subject);
  await eraseRecord(actor, { subject, why }, async (tx) => {
    if (!picture) return;
    const [row] = await tx.execute<{ used: boolean }>(sql`select picture_in_use(${picture}) as used`);
    if (row?.used === false) await dropPicture(picture);
  });
}

async function pictureOf(actor: Actor, subject: string): Promise<string | null> {
  const [photo] = await withScope(actor.scope, (tx) =>
    tx.select({ sha256: photos.sha256 }).from(photos).where(eq(photos.id, subject)),
  );
  return photo?.sha256 ?? null;
}

export type Erasure = Readonly<{
  head: PlaceHead;
  shown: NonNullable<PlaceHistory["shown"]>;
  /** Records that belong to this one and stay: each is erased by itself. */
  belonging: number;
}>;

/** What erasing this record would take away and what would stay, for whoever decides it. */
export async function erasureOf(actor: Actor, code: string, subject: string): Promise<Erasure> {
  const { head, shown } = await placeHistory(actor, code, subject);
  if (!shown) throw new AppError("not_found");
  requireCan(actor, "record.erase", whereaboutsOfHead(head));
  const [row] = await withScope(actor.scope, (tx) =>
    tx.execute<{ n: number }>(sql`
      select count(distinct c.subject_id)::int as n from changes c join change_payloads p on p.change_id = c.id
      where c.subject_id <> ${subject} and c.district_id = ${head.districtId}
        and ${subject}::text in (select v from jsonb_each_text(coalesce(p.after, '{}')) as f(k, v))`),
  );
  return { head, shown, belonging: row?.n ?? 0 };
}
