import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import { isKeptBack } from "@/lib/maps/categories";
import type { Category } from "@/lib/maps/schema";
import type { KnownPlace } from "@/lib/sync/known";
import type { PlaceHead } from "@/lib/villages/place-head";
import { consentStands } from "@/lib/workshops/consent";
import type { Poster, PosterAction, PosterProblem, WallFeature } from "./views";

type Kept<T extends RecordType> = Readonly<{ id: string; fields: FieldsOf<T> }>;
type KeptPhoto = Readonly<{ id: string; width: number; height: number; href: string }>;

/** What a phone holds of one plan and its workshop; living records only. */
export type PhonePlan = Readonly<{
  place: KnownPlace;
  placeOf: (id: string | null | undefined) => KnownPlace | undefined;
  plan: Kept<"plan">;
  workshop: Kept<"workshop">;
  problems: readonly Kept<"problem">[];
  actions: readonly Kept<"action">[];
  standing: (actionId: string) => Pick<PosterAction, "status" | "statusDate" | "confirmed">;
  commitments: readonly Kept<"commitment">[];
  visits: readonly Kept<"visit">[];
  tallies: readonly Kept<"attendance">[];
  groups: readonly Kept<"group">[];
  consents: readonly Kept<"consent">[];
  shares: readonly Kept<"share">[];
  maps: readonly Kept<"map">[];
  features: readonly Kept<"feature">[];
  photos: readonly Kept<"photo">[];
  /** The covered paper map's picture, when this phone has it. */
  pictureOf: (photoId: string) => string | undefined;
  categories: readonly Category[];
  today: string;
}>;

const unplaced = 1_000_000;
const byPosition = <R extends Readonly<{ id: string; fields: { position?: number | null } }>>(
  rows: readonly R[],
) =>
  [...rows].sort(
    (a, b) => (a.fields.position ?? unplaced) - (b.fields.position ?? unplaced) || (a.id < b.id ? -1 : 1),
  );

/** The poster of one plan from the phone's own records, by the same rules as the server's (`posterOf`). */
export function posterFromPhone(phone: PhonePlan): Poster {
  const { place, placeOf, plan, workshop, today } = phone;
  const agrees = (use: FieldsOf<"consent">["use"]) =>
    consentStands(
      phone.consents.map(({ fields }) => fields),
      use,
      today,
    );
  const open = phone.shares.filter(
    ({ fields: { revoked, validUntil } }) => !revoked && (!validUntil || validUntil >= today),
  );
  const share = open.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  const [district, province] = [placeOf(place.districtId), placeOf(place.provinceId)];
  const problems = wallProblems(phone);
  const dates = {
    agreedDate: plan.fields.agreedDate ?? null,
    displayedDate: plan.fields.displayedDate ?? null,
    visitOffsets: plan.fields.visitOffsets ?? null,
  };
  return {
    ...dates,
    plan: dates,
    head: headOf(place),
    planId: plan.id,
    workshopId: workshop.id,
    workshopDate: workshop.fields.startDate,
    source: workshop.fields.source ?? null,
    districtLo: district?.nameLo ?? "",
    districtEn: district?.nameEn ?? "",
    provinceLo: province?.nameLo ?? "",
    provinceEn: province?.nameEn ?? "",
    mayDisplay: agrees("display"),
    mayShare: agrees("share"),
    mayPublish: agrees("public_page"),
    share: share
      ? { id: share.id, token: share.fields.token, validUntil: share.fields.validUntil ?? null }
      : null,
    healthCentre: place.healthCentre ?? null,
    people: peopleOf(phone.tallies),
    problems,
    actions: wallActions(phone, problems),
    promises: byPosition(phone.commitments).map(({ id, fields: { party, text, due, kept } }) => ({
      id,
      party,
      text,
      due: due ?? null,
      kept: kept ?? null,
    })),
    visits: phone.visits.map(({ fields }) => fields),
    map: wallMap(phone),
    categories: phone.categories,
  };
}

function headOf(place: KnownPlace): PlaceHead {
  const { id, nameLo, nameEn, districtId, provinceId } = place;
  const level = place.level as PlaceHead["level"];
  return { id, code: null, nameLo, nameEn, level, districtId, provinceId, ended: null, path: [] };
}

function peopleOf(tallies: PhonePlan["tallies"]): Poster["people"] {
  const sum = (rows: PhonePlan["tallies"]) => rows.reduce((all, { fields }) => all + fields.people, 0);
  return { all: sum(tallies), women: sum(tallies.filter(({ fields }) => fields.sex === "female")) };
}

const wallProblems = ({ problems }: PhonePlan): PosterProblem[] =>
  byPosition(problems.filter(({ fields }) => fields.statement !== "")).map(({ id, fields }, index) => ({
    id,
    number: index + 1,
    statement: fields.statement,
  }));

function wallActions({ actions, standing }: PhonePlan, problems: readonly PosterProblem[]): PosterAction[] {
  const numbers = new Map(problems.map(({ id, number }) => [id, number]));
  return byPosition(actions.filter(({ fields }) => fields.what !== ""))
    .map(({ id, fields: { what, lead, due, problemId } }) => ({
      id,
      what,
      lead: lead ?? null,
      due: due ?? null,
      ...standing(id),
      problem: numbers.get(problemId ?? "") ?? null,
    }))
    .sort((a, b) => (a.problem ?? unplaced) - (b.problem ?? unplaced));
}

/** Nothing sensitive, no group needing care, no notes (`wall_features`). */
function wallFeatures(phone: PhonePlan, mapId: string): WallFeature[] {
  return phone.features
    .filter(({ fields }) => fields.mapId === mapId && !isKeptBack(fields, phone.categories))
    .map(({ id, fields: { category, geometry, label } }) => ({
      id,
      category,
      geometry,
      label,
      sensitive: false,
    }));
}

/** The map of everyone, else the one with most to show (`wall_map`). */
function wallMap(phone: PhonePlan): Poster["map"] {
  const shownOn = (mapId: string) =>
    phone.features.filter(({ fields }) => fields.mapId === mapId && !fields.sensitive).length;
  const rank = ({ id, fields: { groupId } }: Kept<"map">) => {
    const kind = phone.groups.find((group) => group.id === groupId)?.fields.kind ?? "all";
    return { id, everyone: Number(kind === "all" && shownOn(id) > 0), shown: shownOn(id) };
  };
  const [best] = phone.maps
    .map(rank)
    .sort((a, b) => b.everyone - a.everyone || b.shown - a.shown || (a.id < b.id ? -1 : 1));
  const map = phone.maps.find(({ id }) => id === best?.id);
  if (!map) return null;
  const { base, controlPoints, photoOpacity, photoId } = map.fields;
  return {
    base,
    controlPoints: controlPoints ?? [],
    opacity: photoOpacity ?? 0.5,
    features: wallFeatures(phone, map.id),
    covered: coveredPhoto(phone, photoId),
  };
}

function coveredPhoto(
  { photos, pictureOf }: PhonePlan,
  photoId: string | null | undefined,
): KeptPhoto | null {
  const covered = photos
    .filter(
      ({ fields }) =>
        photoId && fields.coveredFromId === photoId && fields.coveredConfirmed && !fields.sensitive,
    )
    .at(-1);
  const href = covered && pictureOf(covered.id);
  if (!covered || !href) return null;
  return { id: covered.id, width: covered.fields.width, height: covered.fields.height, href };
}
