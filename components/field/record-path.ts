import type { FieldDatabase } from "@/lib/sync/database";
import type { RecordRow } from "@/lib/sync/rows";

const stepOf: Readonly<Record<string, string>> = {
  attendance: "people",
  session: "opening",
  consent: "opening",
  group: "ranking",
  problem: "problems",
  problemNode: "problems",
  problemFeature: "problems",
  ballot: "ranking",
  comparison: "ranking",
  criterion: "ranking",
  score: "ranking",
  solution: "solutions",
  plan: "plan",
  commitment: "pledges",
  map: "map",
  feature: "map",
};

type Place = Readonly<{ type: string; subject: string; change?: { place: string | null } }>;

/** The screen on which a record is corrected, or null when there is none. */
export async function recordPath(db: FieldDatabase, { type, subject }: Place): Promise<string | null> {
  if (type === "workshop") return `/field/workshops/${subject}`;
  if (type === "action") return `/field/actions/${subject}`;
  if (type === "visit") return `/field/visits/${subject}`;
  if (type === "assessment") return `/field/checklist/score/${subject}`;
  if (type === "mentee") return `/field/checklist/mentee/${subject}`;
  if (type === "trustRound") return `/field/trust/${subject}`;
  const row = await db.records.where("id").equals(subject).first();
  if (!row) return null;
  if (type === "report") return `/field/reports/${row.fields.reporterId}/${row.fields.period}`;
  if (type === "nextStep") return "/field/checklist/plan";
  if (type === "mentoringSession") return "/field/checklist";
  if (type === "trustBatch") return `/field/trust/${row.fields.roundId}`;
  if (type === "progress") return `/field/actions/${row.fields.actionId}`;
  const workshop = await workshopOf(db, row);
  return workshop && `/field/workshops/${workshop}${stepOf[type] ? `/${stepOf[type]}` : ""}`;
}

async function workshopOf(db: FieldDatabase, { fields }: RecordRow): Promise<string | null> {
  if (typeof fields.workshopId === "string") return fields.workshopId;
  const parent = fields.planId ?? fields.mapId ?? fields.problemId;
  const row = typeof parent === "string" ? await db.records.where("id").equals(parent).first() : undefined;
  return typeof row?.fields.workshopId === "string" ? row.fields.workshopId : null;
}
