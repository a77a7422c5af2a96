import type { EventLevel, PlaceEvent } from "./schema";

export type TreeLevel = "country" | EventLevel;
export type TreePlace = {
  id: string;
  level: TreeLevel;
  parentId: string | null;
  districtId: string | null;
  provinceId: string | null;
  validFrom: string | null;
  validTo: string | null;
};
export type ParentPeriod = {
  childId: string;
  parentId: string;
  validFrom: string | null;
  validTo: string | null;
};

/** Half open: a place that ends on a date no longer stands on that date. Null means without a known limit. */
export const holdsOn = (date: string, period: { validFrom: string | null; validTo: string | null }) =>
  (period.validFrom === null || period.validFrom <= date) &&
  (period.validTo === null || date < period.validTo);

export function parentOn(date: string, child: string, periods: readonly ParentPeriod[]): string | null {
  return periods.find((period) => period.childId === child && holdsOn(date, period))?.parentId ?? null;
}

/** From the place up to the country as the tree stood on that date; stops when a parent is unknown or seen before. */
export function pathOn(date: string, place: string, periods: readonly ParentPeriod[]): string[] {
  const path = [place];
  for (
    let next = parentOn(date, place, periods);
    next && !path.includes(next);
    next = parentOn(date, next, periods)
  ) {
    path.push(next);
  }
  return path;
}

const mayHold: Readonly<Record<EventLevel, readonly TreeLevel[]>> = {
  province: ["country"],
  district: ["province"],
  taseng: ["district"],
  kumban: ["district", "taseng"],
  village: ["district", "taseng", "kumban"],
};

export type Refusal =
  | "unknown_place"
  | "not_standing"
  | "wrong_level"
  | "same_place"
  | "would_be_cycle"
  | "has_children"
  | "already_there"
  | "not_a_child"
  | "in_the_future"
  | "before_last_change";

export class PlaceRuleError extends Error {
  constructor(
    readonly reason: Refusal,
    readonly placeId: string | null = null,
  ) {
    super(reason);
    this.name = "PlaceRuleError";
  }
}

/** What an event does to the tree; written as it stands by the command and told to the person before it is confirmed. */
export type Effect = {
  created: (TreePlace & { nameLo: string; nameEn: string; code?: string; lat?: number; lng?: number })[];
  renamed: { id: string; nameLo: string; nameEn: string }[];
  ended: string[];
  moved: { id: string; parentId: string }[];
  /** Places that ended, with the one that holds what was theirs from now on. */
  successors: { from: string; to: string }[];
};

const nothing = (): Effect => ({ created: [], renamed: [], ended: [], moved: [], successors: [] });

export type Tree = ReadonlyMap<string, TreePlace>;

const childrenIn = (tree: Tree, id: string) =>
  [...tree.values()].filter((place) => place.parentId === id && place.validTo === null);

function standing(tree: Tree, id: string): TreePlace {
  const place = tree.get(id);
  if (!place) throw new PlaceRuleError("unknown_place", id);
  if (place.validTo !== null) throw new PlaceRuleError("not_standing", id);
  return place;
}

function levelOf(place: TreePlace): EventLevel {
  if (place.level === "country") throw new PlaceRuleError("wrong_level", place.id);
  return place.level;
}

function fits(child: EventLevel, parent: TreePlace): void {
  if (!mayHold[child].includes(parent.level)) throw new PlaceRuleError("wrong_level", parent.id);
}

function newChild(
  parent: TreePlace,
  level: EventLevel,
  made: { id: string; nameLo: string; nameEn: string },
) {
  fits(level, parent);
  return {
    ...made,
    level,
    parentId: parent.id,
    districtId: level === "district" ? made.id : level === "province" ? null : parent.districtId,
    provinceId: level === "province" ? made.id : parent.provinceId,
    validFrom: null,
    validTo: null,
  };
}

export function wouldCycle(tree: Tree, child: string, parent: string): boolean {
  for (let at: string | null = parent; at; at = tree.get(at)?.parentId ?? null) if (at === child) return true;
  return false;
}

/** The effect of an event on today's tree, or a PlaceRuleError that says why it cannot be. */
export function effectOf(event: PlaceEvent, tree: Tree, today: string): Effect {
  if (event.date > today) throw new PlaceRuleError("in_the_future");
  switch (event.kind) {
    case "create":
      return createEffect(event, tree);
    case "rename":
      standing(tree, event.placeId);
      return { ...nothing(), renamed: [{ id: event.placeId, nameLo: event.nameLo, nameEn: event.nameEn }] };
    case "merge":
      return mergeEffect(event, tree);
    case "split":
      return splitEffect(event, tree);
    case "reparent":
      return reparentEffect(event, tree);
    case "abolish":
      if (childrenIn(tree, standing(tree, event.placeId).id).length > 0) {
        throw new PlaceRuleError("has_children", event.placeId);
      }
      return { ...nothing(), ended: [event.placeId] };
  }
}

type Of<K extends PlaceEvent["kind"]> = Extract<PlaceEvent, { kind: K }>;

function createEffect({ place }: Of<"create">, tree: Tree): Effect {
  const { level, parentId, code, lat, lng, ...made } = place;
  if (tree.has(made.id)) throw new PlaceRuleError("same_place", made.id);
  return { ...nothing(), created: [{ ...newChild(standing(tree, parentId), level, made), code, lat, lng }] };
}

function mergeEffect({ fromIds, into }: Of<"merge">, tree: Tree): Effect {
  const sources = fromIds.map((id) => standing(tree, id));
  const [first] = sources;
  if (!first) throw new PlaceRuleError("unknown_place");
  const level = levelOf(first);
  const intoId = typeof into === "string" ? into : into.id;
  const other = [...sources, ...(typeof into === "string" ? [standing(tree, into)] : [])];
  const misfit = other.find((place) => place.level !== level);
  if (misfit) throw new PlaceRuleError("wrong_level", misfit.id);
  if (fromIds.includes(intoId) || new Set(fromIds).size !== fromIds.length)
    throw new PlaceRuleError("same_place", intoId);
  const parent = standing(tree, first.parentId ?? "");
  return {
    ...nothing(),
    created: typeof into === "string" ? [] : [newChild(parent, level, into)],
    ended: [...fromIds],
    moved: fromIds.flatMap((id) => childrenIn(tree, id).map((child) => ({ id: child.id, parentId: intoId }))),
    successors: fromIds.map((from) => ({ from, to: intoId })),
  };
}

function splitEffect({ fromId, keeps, parts }: Of<"split">, tree: Tree): Effect {
  const source = standing(tree, fromId);
  const parent = standing(tree, source.parentId ?? "");
  const children = new Set(childrenIn(tree, fromId).map((child) => child.id));
  const taken = parts.flatMap((part) => part.childIds);
  const stranger = taken.find((id, at) => !children.has(id) || taken.indexOf(id) !== at);
  if (stranger) throw new PlaceRuleError("not_a_child", stranger);
  if (!keeps && taken.length < children.size) throw new PlaceRuleError("has_children", fromId);
  const [first] = parts;
  const level = levelOf(source);
  return {
    ...nothing(),
    created: parts.map(({ childIds: _c, ...made }) => newChild(parent, level, made)),
    ended: keeps ? [] : [fromId],
    moved: parts.flatMap((part) => part.childIds.map((id) => ({ id, parentId: part.id }))),
    successors: !keeps && first ? [{ from: fromId, to: first.id }] : [],
  };
}

function reparentEffect({ placeIds, parentId }: Of<"reparent">, tree: Tree): Effect {
  const parent = standing(tree, parentId);
  for (const id of placeIds) {
    const place = standing(tree, id);
    if (wouldCycle(tree, id, parentId)) throw new PlaceRuleError("would_be_cycle", id);
    fits(levelOf(place), parent);
    if (place.parentId === parentId) throw new PlaceRuleError("already_there", id);
  }
  return { ...nothing(), moved: placeIds.map((id) => ({ id, parentId })) };
}

/** Tree after the effect, with district and province of everything below what moved. */
export function treeAfter(tree: Tree, effect: Effect): Map<string, TreePlace> {
  const after = new Map([...tree].map(([id, place]) => [id, { ...place }]));
  for (const made of effect.created) after.set(made.id, { ...made });
  for (const { id, parentId } of effect.moved) {
    const place = after.get(id);
    if (place) place.parentId = parentId;
  }
  for (const { id } of effect.moved) settle(after, id);
  for (const succession of effect.successors) inherit(after, succession);
  return after;
}

/** Villages that had ended before still have records: these follow what held them. */
function inherit(after: Map<string, TreePlace>, { from, to }: { from: string; to: string }): void {
  const heir = after.get(to);
  if (!heir) return;
  for (const place of after.values()) {
    if (place.level !== "village" || (place.id !== from && place.districtId !== from)) continue;
    place.districtId = heir.districtId;
    place.provinceId = heir.provinceId;
  }
}

function settle(after: Map<string, TreePlace>, id: string): void {
  const place = after.get(id);
  const parent = place?.parentId ? after.get(place.parentId) : undefined;
  if (!place || !parent) return;
  if (place.level !== "district") place.districtId = parent.districtId;
  place.provinceId = parent.provinceId;
  for (const child of after.values()) if (child.parentId === id) settle(after, child.id);
}

/** Villages whose district is another one after the change: their records move with them. */
export function villagesMoved(before: Tree, after: Tree): { id: string; districtId: string }[] {
  return [...after.values()].flatMap((place) => {
    const old = before.get(place.id);
    const moved = place.level === "village" && old && place.districtId && old.districtId !== place.districtId;
    return moved && place.districtId ? [{ id: place.id, districtId: place.districtId }] : [];
  });
}
