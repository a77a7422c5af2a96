import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { withScope } from "@/db/client";
import { ethnicGroups, spokenLanguages, villageProfiles } from "@/db/schema/places";
import type { Actor } from "@/lib/access/actor";

export type ProfileView = typeof villageProfiles.$inferSelect;

/** Profiles of a village that the actor may see, newest first: the first one is the one to show. */
export async function profilesOf(actor: Actor, villageId: string): Promise<ProfileView[]> {
  const rows = await withScope(actor.scope, (tx) =>
    tx
      .select()
      .from(villageProfiles)
      .where(eq(villageProfiles.villageId, villageId))
      .orderBy(desc(villageProfiles.date), desc(villageProfiles.createdAt))
      .limit(20),
  );
  return rows.filter((row) => row.deletedAt === null);
}

export type Vocabulary = { id: string; nameLo: string; nameEn: string };

export async function ethnicGroupList(actor: Actor): Promise<(Vocabulary & { family: string })[]> {
  return withScope(actor.scope, (tx) =>
    tx
      .select({
        id: ethnicGroups.id,
        nameLo: ethnicGroups.nameLo,
        nameEn: ethnicGroups.nameEn,
        family: ethnicGroups.family,
      })
      .from(ethnicGroups)
      .where(eq(ethnicGroups.active, true))
      .orderBy(asc(ethnicGroups.position)),
  );
}

export async function spokenLanguageList(actor: Actor): Promise<Vocabulary[]> {
  return withScope(actor.scope, (tx) =>
    tx
      .select({ id: spokenLanguages.id, nameLo: spokenLanguages.nameLo, nameEn: spokenLanguages.nameEn })
      .from(spokenLanguages)
      .where(eq(spokenLanguages.active, true))
      .orderBy(asc(spokenLanguages.position)),
  );
}
