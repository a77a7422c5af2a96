import "server-only";
import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { catchments, facilities } from "@/db/schema/facilities";
import { mapCategories } from "@/db/schema/maps";
import { places } from "@/db/schema/places";
import { ethnicGroups, spokenLanguages, villageProfiles } from "@/db/schema/profiles";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { programmeKey } from "@/lib/access/programme-key";
import { verbs } from "@/lib/access/roles";
import { elementsWithin, reportersWithin, reportingRulesWithin } from "@/lib/indicators/phone-queries";
import { mentoringKnown } from "@/lib/mentorship/phone-queries";
import { escalationSettingsWithin } from "@/lib/plans/escalation-queries";
import { instrumentsWithin } from "@/lib/trust/queries";
import type { Bootstrap, KnownHealthCentre, KnownPlace, KnownProfile, KnownValues, Me } from "./known";

/** All that a phone must know besides records, to work for days without a network. */
export async function bootstrapOf(actor: Actor): Promise<Bootstrap> {
  return withScope(actor.scope, async (tx) => ({
    me: meOf(actor),
    programme: programmeKey(),
    places: await placesOf(tx, actor),
    categories: await tx
      .select()
      .from(mapCategories)
      .where(eq(mapCategories.active, true))
      .orderBy(asc(mapCategories.position)),
    ethnicGroups: await tx
      .select({ id: ethnicGroups.id, nameLo: ethnicGroups.nameLo, nameEn: ethnicGroups.nameEn })
      .from(ethnicGroups)
      .where(eq(ethnicGroups.active, true))
      .orderBy(asc(ethnicGroups.position)),
    languages: await tx
      .select({ id: spokenLanguages.id, nameLo: spokenLanguages.nameLo, nameEn: spokenLanguages.nameEn })
      .from(spokenLanguages)
      .where(eq(spokenLanguages.active, true))
      .orderBy(asc(spokenLanguages.position)),
    instruments: can(actor, "trust.record") ? await instrumentsWithin(tx) : [],
    ...(await mentoringKnown(tx, actor)),
    escalation: await escalationSettingsWithin(tx),
    elements: await elementsWithin(tx),
    reporters: await reportersWithin(tx, actor),
    reporting: await reportingRulesWithin(tx),
    officeAccounts: await officesHeld(tx, actor),
  }));
}

const meOf = (actor: Actor): Me => ({
  userId: actor.userId,
  name: actor.displayName,
  office: actor.office,
  verbs: verbs.filter((verb) => can(actor, verb)),
  assignments: actor.assignments.map(({ role, placeId, placeNameLo, placeNameEn }) => ({
    role,
    placeId,
    nameLo: placeNameLo,
    nameEn: placeNameEn,
  })),
});

async function placesOf(tx: Transaction, actor: Actor): Promise<KnownPlace[]> {
  const { villageIds, mentorshipDistrictIds } = actor.scope;
  const districtIds = [...actor.scope.districtIds, ...mentorshipDistrictIds];
  if (districtIds.length + villageIds.length === 0) return [];
  const districts = tx
    .select({ id: places.districtId })
    .from(places)
    .where(inArray(places.id, [...villageIds]));
  const covered = [
    districtIds.length ? inArray(places.districtId, districtIds) : undefined,
    villageIds.length ? or(inArray(places.id, [...villageIds]), inArray(places.id, districts)) : undefined,
  ];
  const rows = await tx
    .select({
      id: places.id,
      level: places.level,
      districtId: places.districtId,
      provinceId: places.provinceId,
      nameLo: places.nameLo,
      nameEn: places.nameEn,
      searchKeys: places.searchKeys,
      lat: places.lat,
      lng: places.lng,
    })
    .from(places)
    .where(and(inArray(places.level, ["district", "village"]), isNull(places.validTo), or(...covered)));
  const profiles = await profilesOf(tx);
  const centres = await healthCentresOf(tx);
  return rows.map((row) => ({
    ...row,
    profile: profiles.get(row.id) ?? null,
    healthCentre: centres.get(row.id) ?? null,
  }));
}

async function healthCentresOf(tx: Transaction): Promise<Map<string, KnownHealthCentre>> {
  const { nameLo, nameEn } = facilities;
  const { villageId, travelMinDry: dry, travelMinWet: wet } = catchments;
  const rows = await tx
    .select({ villageId, nameLo, nameEn, dry, wet })
    .from(catchments)
    .innerJoin(facilities, eq(facilities.id, catchments.facilityId))
    .where(isNull(catchments.validTo));
  return new Map(rows.map(({ villageId: id, ...centre }) => [id, centre]));
}

async function profilesOf(tx: Transaction): Promise<Map<string, KnownProfile>> {
  const { villageId, date, population, females, households, languages } = villageProfiles;
  const rows = await tx
    .selectDistinctOn([villageId], {
      villageId,
      date,
      population,
      females,
      households,
      ethnicGroups: villageProfiles.ethnicGroups,
      ages: villageProfiles.ages,
      languages,
    })
    .from(villageProfiles)
    .where(isNull(villageProfiles.deletedAt))
    .orderBy(villageId, desc(date));
  return new Map(
    rows.map(({ villageId: id, ethnicGroups: groups, languages: spoken, ...profile }) => [
      id as string,
      { ...profile, ethnicGroups: groups ?? [], languages: spoken ?? [] },
    ]),
  );
}

async function officesHeld(tx: Transaction, actor: Actor): Promise<KnownValues["officeAccounts"]> {
  const list = `{${actor.scope.districtIds.join(",")}}`;
  const rows = await tx.execute<{ district_id: string; role: string }>(
    sql`select district_id, role from offices_held(${list}::uuid[])`,
  );
  return [...rows].map((row) => ({ districtId: row.district_id, role: row.role }));
}
