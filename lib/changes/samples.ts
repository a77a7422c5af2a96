import type { FieldsOf, RecordType } from "./registry";
import { uuidv7 } from "./uuid";

type Samples = { [T in RecordType]: (ids: Readonly<Record<string, string>>) => FieldsOf<T> };

const day = "2026-11-20";
const point = {
  type: "Point" as const,
  coordinates: [0.5, 0.5] as [number, number],
  space: "sketch" as const,
};

/**
 * A smallest valid record of every type, for tests that go through all of them; `ids` holds one record per type made
 * before it, by type, a place and the village it stands in. A type without a sample does not compile.
 */
export const samples: Samples = {
  workshop: () => ({ module: "3", level: "village", startDate: day, speakersWomen: 4, speakersMen: 0 }),
  session: (ids) => ({ workshopId: of(ids, "workshop"), kind: "mapping", held: true }),
  group: (ids) => ({ workshopId: of(ids, "workshop"), kind: "women", people: 9 }),
  attendance: (ids) => ({
    workshopId: of(ids, "workshop"),
    sex: "female",
    ageBand: "25to49",
    role: "villager",
    device: uuidv7(),
    people: 4,
  }),
  commitment: (ids) => ({ workshopId: of(ids, "workshop"), party: "village", text: "ພວກເຮົາໄປຝາກທ້ອງ" }),
  consent: (ids) => ({
    workshopId: of(ids, "workshop"),
    use: "display",
    given: true,
    givenBy: "ນາຍບ້ານ",
    date: day,
  }),
  photo: (ids) => ({
    workshopId: of(ids, "workshop"),
    purpose: "display",
    sha256: "0".repeat(64),
    bytes: 1000,
    width: 10,
    height: 10,
    type: "image/jpeg",
    sensitive: false,
  }),
  map: (ids) => ({ workshopId: of(ids, "workshop"), base: "sketch" }),
  feature: (ids) => ({
    mapId: of(ids, "map"),
    category: "school",
    geometry: point,
    season: "all",
    sensitive: false,
  }),
  problem: (ids) => ({ workshopId: of(ids, "workshop"), statement: "ທາງຖືກຕັດຂາດ", themes: ["transport"] }),
  problemNode: (ids) => ({ problemId: of(ids, "problem"), kind: "cause", text: "ຂົວເພ" }),
  problemFeature: (ids) => ({ problemId: of(ids, "problem"), featureId: of(ids, "feature") }),
  ballot: (ids) => ({
    workshopId: of(ids, "workshop"),
    groupId: of(ids, "group"),
    problemId: of(ids, "problem"),
    device: uuidv7(),
    dots: 3,
  }),
  comparison: (ids) => ({
    workshopId: of(ids, "workshop"),
    groupId: of(ids, "group"),
    problemA: of(ids, "problem"),
    problemB: uuidv7(),
    winner: "equal",
  }),
  criterion: (ids) => ({ workshopId: of(ids, "workshop"), label: "ດ່ວນ", weight: 2 }),
  score: (ids) => ({
    workshopId: of(ids, "workshop"),
    groupId: of(ids, "group"),
    problemId: of(ids, "problem"),
    criterionId: of(ids, "criterion"),
    score: 4,
  }),
  solution: (ids) => ({
    workshopId: of(ids, "workshop"),
    problemId: of(ids, "problem"),
    text: "ສ້ອມຂົວ",
    chosen: true,
  }),
  plan: (ids) => ({ workshopId: of(ids, "workshop"), status: "draft" }),
  action: (ids) => ({ planId: of(ids, "plan"), what: "ສ້ອມຂົວ", level: "village" }),
  progress: (ids) => ({
    actionId: of(ids, "action"),
    status: "in_progress",
    date: day,
    office: "village_chief",
  }),
  confirmation: (ids) => ({
    progressId: of(ids, "progress"),
    confirmed: true,
    date: day,
    office: "health_centre_head",
  }),
  endorsement: (ids) => ({ planId: of(ids, "plan"), office: "village_chief", date: day }),
  share: (ids) => ({ planId: of(ids, "plan"), token: newToken(), revoked: false }),
  visit: (ids) => ({ planId: of(ids, "plan"), level: "district", heldDate: day, themes: [] }),
  peerLink: () => ({ guideId: uuidv7(), theme: "medicine_stock", since: day }),
  peerVisit: (ids) => ({ linkId: of(ids, "peerLink"), kind: "guide_came", heldDate: day, people: 12 }),
  network: () => ({
    name: "ກຸ່ມ ອສບ",
    purpose: "ນັດໝາຍວັນສັກຢາ",
    channel: "whatsapp",
    administrators: ["health_centre_head"],
  }),
  instruction: () => ({
    toOffice: "district_public_works",
    text: "ຂໍລາຍງານ",
    date: day,
    delivery: "tell_in_person",
  }),
  answer: (ids) => ({
    instructionId: of(ids, "instruction"),
    kind: "told",
    date: day,
    office: "facilitator_team",
  }),
  decision: () => ({ text: "ເຫັນດີ", date: day }),
  attentionNote: () => ({
    about: `trust:${uuidv7()}`,
    date: day,
    until: "2026-12-20",
    reason: "ລໍຖ້າງົບປະມານ",
    level: 1,
  }),
  profile: () => ({ date: day, source: "test", population: 500 }),
  account: () => ({ login: `test.${uuidv7()}`, displayName: "ທົດສອບ", office: "ທົດສອບ", locale: "lo" }),
  assignment: (ids) => ({
    userId: of(ids, "account"),
    role: "partner",
    placeId: of(ids, "place"),
    from: day,
  }),
  dataElement: () => ({
    code: newCode(),
    nameLo: "ທົດສອບ",
    nameEn: "test",
    group: "antenatal",
    reporters: ["village"],
    position: 99,
    active: true,
  }),
  indicator: () => ({
    code: newCode(),
    nameLo: "ທົດສອບ",
    nameEn: "test",
    group: "antenatal",
    numerator: ["ANC1"],
    factor: 100,
    direction: "up",
    position: 99,
    active: true,
  }),
  reportingRule: () => ({ from: day, dueDay: 10 }),
  populationFigure: () => ({ kind: "live_births", year: 2026, value: 20, method: "enumerated", asOf: day }),
  report: (ids) => ({
    reporterKind: "village",
    reporterId: of(ids, "village"),
    period: 202610,
    source: "village",
    submitted: true,
    "value.ANC1": 3,
  }),
  verification: (ids) => ({ reportId: of(ids, "report"), verified: true, seen: "0".repeat(64), date: day }),
  escalation: () => ({ from: day, healthCentreDays: 14, governorDays: 30 }),
  instrument: () => ({
    series: `test ${uuidv7()}`,
    version: 1,
    nameLo: "ທົດສອບ",
    nameEn: "test",
    scale: "agree3",
    wording: "working",
    consent: { lo: "ຍິນດີບໍ່?", en: "Do you agree?" },
    labels: [{ value: 1, text: { lo: "ແມ່ນ", en: "yes" } }],
    items: [{ code: "q1", dimension: "fairness", text: { lo: "ຄຳຖາມ", en: "question" } }],
  }),
  trustRound: (ids) => ({
    instrumentId: of(ids, "instrument"),
    wave: "baseline",
    startDate: day,
    interviewer: "facilitator_team",
    exposureGroups: [],
  }),
  trustBatch: (ids) => ({ roundId: of(ids, "trustRound"), n: 3, sha256: "0".repeat(64) }),
  checklist: () => ({
    tool: "osce",
    series: `test ${uuidv7()}`,
    version: 1,
    nameLo: "ທົດສອບ",
    nameEn: "test",
    wording: "working",
    passPercent: 80,
    sections: [{ code: "labour", text: { lo: "ທົດສອບ", en: "test" } }],
    items: [{ code: "q1", section: "labour", text: { lo: "ທົດສອບ", en: "test" }, critical: false }],
  }),
  mentor: () => ({ name: "ພີ່ລ້ຽງ", level: "mentor", profession: "midwife", from: day }),
  mentee: () => ({ name: "ທົດສອບ", profession: "midwife", facilityId: uuidv7(), track: "new", from: day }),
  menteeStatus: (ids) => ({ menteeId: of(ids, "mentee"), status: "on_leave", date: day }),
  mentoringSession: () => ({
    startDate: day,
    venue: "district_hospital",
    costKip: 5,
    fundSource: "partner",
    inBudget: true,
  }),
  assessment: (ids) => ({
    sessionId: of(ids, "mentoringSession"),
    checklistId: of(ids, "checklist"),
    menteeId: of(ids, "mentee"),
    facilityId: uuidv7(),
    date: day,
    "mark.q1": "done",
  }),
  nextStep: (ids) => ({
    sessionId: of(ids, "mentoringSession"),
    menteeId: of(ids, "mentee"),
    what: "ຝຶກຊ້ອມ",
    lead: "mentee",
    date: day,
    status: "not_started",
  }),
  dialogue: () => ({ date: day, chair: "district_governor", themes: ["staff", "supplies"] }),
  training: () => ({ topic: "newborn_care", date: day }),
  publication: () => ({ table: "plans", quarter: newQuarter(), version: 1 }),
  withdrawal: (ids) => ({ publicationId: of(ids, "publication"), date: day, reason: "ນັບຜິດ" }),
  reachFigure: () => ({ date: day, dateWording: "test", wording: "test", source: "test" }),
  institution: () => ({ nameLo: "ທົດສອບ", nameEn: "test", kind: "other" }),
  agreement: () => ({ kind: "memorandum", title: "test", parties: [] }),
  partnerActivity: (ids) => ({ institutionId: of(ids, "institution"), theme: "nutrition", from: day }),
  nationalTarget: () => ({
    indicator: "penta3",
    year: 2026,
    provinceId: uuidv7(),
    value: 95,
    source: "test",
  }),
  nationalValue: () => ({
    indicator: "penta3",
    provinceId: uuidv7(),
    from: "2026-01-01",
    to: "2026-09-30",
    kind: "hmis",
    value: 64.87,
    basis: "annual",
    source: "test",
  }),
  budget: () => ({ year: 2026, purpose: "training", fundSource: "district", plannedKip: 5_000_000 }),
  nationalBudget: () => ({ year: 2026, purpose: "training", fundSource: "national" }),
  rolloutItem: () => ({ year: 2026, module: "3", level: "village", plannedDate: day }),
  facilitator: () => ({ name: "ທົດສອບ", office: "ທົດສອບ" }),
  facilitatorTraining: (ids) => ({ facilitatorId: of(ids, "facilitator"), date: day, topic: "ທົດສອບ" }),
};

function of(ids: Readonly<Record<string, string>>, type: RecordType | "place" | "village"): string {
  const id = ids[type];
  if (!id) throw new Error(`A sample needs a ${type} made before it`);
  return id;
}

const newCode = () => `T${uuidv7().replaceAll("-", "").slice(-20).toUpperCase()}`;
let quarters = 0;
/** A table of a quarter is published once: each sample takes another, long ago. */
const newQuarter = () => (1950 + Math.floor(quarters / 4)) * 10 + 1 + (quarters++ % 4);
const newToken = () => uuidv7().replaceAll("-", "").slice(-22);
