import { z } from "zod";
import { definitionOf, type RecordType, recordTypes } from "@/lib/changes/registry";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { inFrameOrder, themeCodes } from "@/lib/themes/frame";

/** Records known to the writer, by type: what a link may name. */
export type Links = (type: RecordType) => readonly string[];
type Schema = Readonly<{
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema | false;
  prefixItems?: readonly Schema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
}>;
type Make = (random: SeededNumbers, links: Links) => unknown;

const words = ["ທາງຂາດ", "ນ້ຳຖ້ວມ", "ໄກໂຮງໝໍ", "ວັດ", "ໂຮງຮຽນ", "ສະໂມສອນ", "ບໍ່ມີຢາ", "ຂົວເພ"] as const;
const point = (random: SeededNumbers) => [random.whole(0, 100) / 100, random.whole(0, 100) / 100];
const token = (random: SeededNumbers) => random.uuid().replaceAll("-", "").slice(0, 22);
const linked =
  (type: RecordType): Make =>
  (random, links) => {
    const known = links(type);
    return known.length > 0 && random.chance(0.8) ? random.pick(known) : random.uuid();
  };

const question = (random: SeededNumbers) => ({
  code: `q${random.whole(1, 9)}`,
  text: { lo: random.pick(words), en: "question" },
});

const geometry: Make = (random) => {
  const type = random.pick(["Point", "LineString", "Polygon"] as const);
  const path = Array.from({ length: 4 }, () => point(random));
  const coordinates = type === "Point" ? point(random) : type === "LineString" ? path : [path];
  return { type, coordinates, space: "sketch" };
};

/** Where a schema says less than the rule does, or a link must name something that exists; by field, or by type and field. */
const special: Readonly<Record<string, Make>> = {
  geometry,
  ethnicGroups: (random) => [{ group: random.pick(words), people: random.whole(1, 300) }],
  population: (random) => random.whole(100, 900),
  females: (random) => random.whole(1, 90),
  ages: (random) => ({ under18: random.whole(1, 90), "50plus": random.whole(1, 90) }),
  checklist: (random) => ({ committee_met: random.pick(["yes", "no", "na"]) }),
  sha256: (random) => (random.uuid() + random.uuid()).replaceAll("-", ""),
  token,
  login: (random) => `sim.${random.uuid()}`,
  email: (random) => `${random.uuid()}@example.org`,
  phone: (random) => String(random.whole(10 ** 9, 10 ** 10)),
  centre: (random) => [random.whole(100, 107), random.whole(14, 22)],
  location: (random) => [random.whole(100, 107), random.whole(14, 22)],
  controlPoints: (random) => [{ x: 0.5, y: random.whole(0, 9) / 10, longitude: 102, latitude: 18 }],
  winner: (random, links) => (random.chance(0.3) ? "equal" : linked("problem")(random, links)),
  healthCentreDays: (random) => random.whole(1, 7),
  governorDays: (random) => random.whole(8, 60),
  consent: () => ({ lo: "ຍິນດີບໍ່?", en: "Do you agree?" }),
  labels: () => [{ value: 1, text: { lo: "ແມ່ນ", en: "yes" } }],
  "instrument.items": (random) => [{ ...question(random), dimension: "fairness" }],
  "checklist.items": (random) => [{ ...question(random), section: "labour", critical: false }],
  sections: () => [{ code: "labour", text: { lo: "ທົດສອບ", en: "test" } }],
  checklistId: linked("checklist"),
  sessionId: linked("mentoringSession"),
  menteeId: linked("mentee"),
  itemCode: () => "q1",
  attendees: () => [{ role: "midwife", people: 3 }],
  scores: (random) => [{ pre: random.whole(0, 50), post: random.whole(50, 100) }],
  themes: (random) => inFrameOrder([random.pick(themeCodes), random.pick(themeCodes)]),
  about: (random) => `trust:${random.uuid()}`,
  instrumentId: linked("instrument"),
  roundId: linked("trustRound"),
  spentKip: () => null,
  from: (random) => `2025-${random.whole(10, 12)}-${random.whole(10, 28)}`,
  to: (random) => `2026-${random.whole(10, 12)}-${random.whole(10, 28)}`,
  quarter: (random) => random.whole(1901, 2019) * 10 + random.whole(1, 4),
  version: () => 1,
  series: (random) => `sim ${random.uuid()}`,
  publicationId: linked("publication"),
  dueDay: (random) => random.whole(1, 28),
  code: (random) => `S${random.uuid().replaceAll("-", "").slice(0, 12).toUpperCase()}`,
  numerator: () => ["ANC4"],
  denominator: () => ["ANC1"],
  atMost: () => ["ANC1"],
  reporters: () => ["village"],
  period: (random) => 202600 + random.whole(1, 3),
  year: (random) => random.whole(2024, 2027),
  factor: (random) => random.pick([1, 100, 1000]),
  seen: (random) => (random.uuid() + random.uuid()).replaceAll("-", ""),
  reportId: linked("report"),
  workshopId: linked("workshop"),
  groupId: linked("group"),
  raisedByGroupId: linked("group"),
  proposedByGroupId: linked("group"),
  problemId: linked("problem"),
  problemA: linked("problem"),
  problemB: linked("problem"),
  featureId: linked("feature"),
  criterionId: linked("criterion"),
  mapId: linked("map"),
  planId: linked("plan"),
  actionId: linked("action"),
  progressId: linked("progress"),
  instructionId: linked("instruction"),
  linkId: linked("peerLink"),
  userId: linked("account"),
};

/** Fields that a person does not change once the record exists: what it belongs to, or what another rule guards. */
const settled = new Set(["sensitive", "userId", "placeId", "facilityId", "from", "to", "login"]);

function fromSchema(schema: Schema, random: SeededNumbers): unknown {
  if (schema.anyOf) return fromSchema(random.pick(schema.anyOf), random);
  if (schema.enum) return random.pick(schema.enum);
  const type = typeof schema.type === "string" ? schema.type : random.pick(schema.type ?? ["null"]);
  if (type === "null") return null;
  if (type === "boolean") return random.chance(0.5);
  if (type === "integer") return random.whole(schema.minimum ?? 0, Math.min(schema.maximum ?? 50, 50));
  if (type === "number") return random.whole(1, 90) / 100;
  if (type === "array") {
    const { items, prefixItems } = schema;
    if (prefixItems) return prefixItems.map((item) => fromSchema(item, random));
    return Array.from({ length: random.whole(0, 2) }, () => fromSchema(items || {}, random));
  }
  if (schema.format === "uuid") return random.uuid();
  if (schema.format === "date")
    return `2026-${String(random.whole(1, 12)).padStart(2, "0")}-${random.whole(10, 28)}`;
  if (schema.format === "date-time")
    return `2026-11-${random.whole(10, 28)}T0${random.whole(0, 9)}:00:00.000Z`;
  if (type !== "string") throw new Error(`No values for ${JSON.stringify(schema)}`);
  return `${random.pick(words)} ${random.whole(1, 9)}`;
}

/** Names under which values of a month are reported, one that no list knows yet, and items of a checklist. */
const entryNames = ["ANC1", "ANC4", "LIVE_BIRTHS", "NOT_YET_LISTED", "q1", "seal"] as const;
function someEntry(type: RecordType, { random }: Making) {
  if (random.chance(0.15)) return null;
  const values = [random.whole(0, 20), random.pick(["done", "not_done", "na"])];
  return values.find((value) => definitionOf(type).entries?.value.safeParse(value).success);
}

const shapes = new Map<RecordType, Record<string, Schema>>();
function shapeOf(type: RecordType): Record<string, Schema> {
  const known = shapes.get(type) ?? z.toJSONSchema(definitionOf(type).fields, { io: "input" }).properties;
  shapes.set(type, known as Record<string, Schema>);
  return known as Record<string, Schema>;
}

function someValue(type: RecordType, field: string, { random, links }: Making): unknown {
  const schema = shapeOf(type)[field] as Schema;
  const optional = definitionOf(type).fields.shape[field]?.safeParse(null).success;
  if (optional && random.chance(0.15)) return null;
  const make = special[`${type}.${field}`] ?? special[field];
  return make ? make(random, links) : fromSchema(schema, random);
}

type Making = Readonly<{ random: SeededNumbers; links: Links }>;

/** A whole new record: every required field and some of the others. `given` are fields that the writer decides. */
export function newFields(type: RecordType, making: Making, given: Readonly<Record<string, unknown>>) {
  const { shape } = definitionOf(type).fields;
  const fields: Record<string, unknown> = {};
  for (const field of Object.keys(shape)) {
    const required = !shape[field]?.safeParse(undefined).success;
    if (required || making.random.chance(0.25)) fields[field] = someValue(type, field, making);
  }
  for (const name of entriesOf(type)) if (making.random.chance(0.5)) fields[name] = someEntry(type, making);
  if (type === "assignment") Object.assign(fields, { from: "2026-01-01", to: null, facilityId: null });
  return { ...fields, ...given };
}

/** One to three fields as somebody would change them later; never the link to what the record belongs to. */
export function changedFields(type: RecordType, making: Making): Record<string, unknown> {
  const { random } = making;
  const { parent, identity = [] } = definitionOf(type);
  const fixed = [parent?.field, ...identity, ...settled];
  const open = [...Object.keys(shapeOf(type)).filter((field) => !fixed.includes(field)), ...entriesOf(type)];
  const chosen = Array.from({ length: random.whole(1, 3) }, () => random.pick(open));
  const value = (field: string) =>
    field in shapeOf(type) ? someValue(type, field, making) : someEntry(type, making);
  return Object.fromEntries(chosen.map((field) => [field, value(field)]));
}

const entriesOf = (type: RecordType): string[] => {
  const { entries } = definitionOf(type);
  const names = entryNames.filter((name) => entries?.name.test(name));
  return names.map((name) => `${entries?.prefix}${name}`);
};

export const everyType = Object.keys(recordTypes) as RecordType[];
