import type { z } from "zod";
import type { Wall } from "@/db/schema/policies";
import type { Verb } from "@/lib/access/roles";
import { AttentionNoteFields } from "@/lib/attention/schema";
import { DialogueFields } from "@/lib/dialogues/schema";
import {
  DataElementFields,
  IndicatorFields,
  PopulationFigureFields,
  ReportFields,
  ReportingRuleFields,
  reportValues,
  VerificationFields,
} from "@/lib/indicators/schema";
import { AnswerFields, DecisionFields, InstructionFields } from "@/lib/instructions/schema";
import { FeatureFields, MapFields } from "@/lib/maps/schema";
import { PhotoFields } from "@/lib/media/schema";
import {
  AssessmentFields,
  assessmentMarks,
  ChecklistFields,
  checklistContradiction,
  MenteeFields,
  MenteeStatusFields,
  MentorFields,
  MentoringSessionFields,
  NextStepFields,
} from "@/lib/mentorship/schema";
import {
  BudgetFields,
  budgetContradiction,
  NationalBudgetFields,
  PartnerActivityFields,
} from "@/lib/money/schema";
import { NationalTargetFields, NationalValueFields } from "@/lib/national/schema";
import { NetworkFields, PeerLinkFields, PeerVisitFields } from "@/lib/peers/schema";
import { AccountFields, AssignmentFields } from "@/lib/people/schema";
import { ProfileFields, profileContradiction } from "@/lib/places/schema";
import {
  ActionFields,
  ConfirmationFields,
  EndorsementFields,
  EscalationFields,
  PlanFields,
  ProgressFields,
  ShareFields,
} from "@/lib/plans/schema";
import {
  BallotFields,
  ComparisonFields,
  CriterionFields,
  ProblemFeatureFields,
  ProblemFields,
  ProblemNodeFields,
  ScoreFields,
  SolutionFields,
} from "@/lib/problems/schema";
import { PublicationFields, WithdrawalFields } from "@/lib/published/schema";
import {
  AgreementFields,
  FacilitatorFields,
  FacilitatorTrainingFields,
  InstitutionFields,
  ReachFigureFields,
  RolloutItemFields,
} from "@/lib/rollout/schema";
import { TrainingFields } from "@/lib/trainings/schema";
import {
  InstrumentFields,
  instrumentContradiction,
  TrustBatchFields,
  TrustRoundFields,
} from "@/lib/trust/schema";
import { VisitFields } from "@/lib/visits/schema";
import {
  AttendanceFields,
  CommitmentFields,
  ConsentFields,
  GroupFields,
  SessionFields,
  WorkshopFields,
} from "@/lib/workshops/schema";
import type { Entries } from "./entries";
import { endsBeforeItBegins } from "./fields";

export type RecordDefinition = Readonly<{
  fields: z.ZodObject;
  /** Who may write it, at the record's place. */
  verb: Verb;
  /** Who is given it, at the record's place; everybody who covers the place when left out. */
  readers?: readonly Verb[];
  /** It and its history lie behind a wall of their own in the database. */
  wall?: Wall;
  /** The field that names the record it belongs to; a change whose parent has not arrived is held. */
  parent?: Readonly<{ field: string; type: string }>;
  /** No place: programme-wide, written by the ministry. */
  national?: true;
  /** About a person: its history is for administrators alone. */
  personal?: true;
  /** The field in which one change contradicts itself; what two people say apart is kept and may disagree. */
  contradiction?: (fields: Readonly<Record<string, unknown>>) => string | null;
  /** Fields whose names are data, as the values of a monthly report. */
  entries?: Entries;
  /** The fields that its id follows from, so that two people who record the same thing meet in one record. */
  identity?: readonly string[];
  /** Reports and answers: written once, corrected by a further one. */
  appendOnly?: true;
}>;

const ofWorkshop = { field: "workshopId", type: "workshop" } as const;
const ofPlan = { field: "planId", type: "plan" } as const;
const ofProblem = { field: "problemId", type: "problem" } as const;
/** A month's report counts deaths in one village: for the responsible team (docs/decisions/0040). */
const reportReaders: readonly Verb[] = ["report.record", "report.verify"];
const rolloutReaders: readonly Verb[] = ["rollout.read"];

const mentorship = { verb: "mentorship.record", readers: ["mentorship.read"], wall: "mentorship" } as const;
const ofSession = { field: "sessionId", type: "mentoringSession" } as const;

/** Every kind of record the one write path accepts, on the phone and on the server. */
export const recordTypes = {
  workshop: { fields: WorkshopFields, verb: "workshop.record" },
  session: { fields: SessionFields, verb: "workshop.record", parent: ofWorkshop },
  group: { fields: GroupFields, verb: "workshop.record", parent: ofWorkshop },
  attendance: { fields: AttendanceFields, verb: "workshop.record", parent: ofWorkshop },
  commitment: { fields: CommitmentFields, verb: "workshop.record", parent: ofWorkshop },
  consent: { fields: ConsentFields, verb: "workshop.record", parent: ofWorkshop },
  photo: { fields: PhotoFields, verb: "workshop.record", parent: ofWorkshop },
  map: { fields: MapFields, verb: "workshop.record", parent: ofWorkshop },
  feature: { fields: FeatureFields, verb: "workshop.record", parent: { field: "mapId", type: "map" } },
  problem: { fields: ProblemFields, verb: "workshop.record", parent: ofWorkshop },
  problemNode: { fields: ProblemNodeFields, verb: "workshop.record", parent: ofProblem },
  problemFeature: { fields: ProblemFeatureFields, verb: "workshop.record", parent: ofProblem },
  ballot: { fields: BallotFields, verb: "workshop.record", parent: ofWorkshop },
  comparison: { fields: ComparisonFields, verb: "workshop.record", parent: ofWorkshop },
  criterion: { fields: CriterionFields, verb: "workshop.record", parent: ofWorkshop },
  score: { fields: ScoreFields, verb: "workshop.record", parent: ofWorkshop },
  solution: { fields: SolutionFields, verb: "workshop.record", parent: ofProblem },
  plan: { fields: PlanFields, verb: "workshop.record", parent: ofWorkshop },
  action: { fields: ActionFields, verb: "workshop.record", parent: ofPlan },
  progress: {
    fields: ProgressFields,
    verb: "progress.report",
    parent: { field: "actionId", type: "action" },
    appendOnly: true,
  },
  confirmation: {
    fields: ConfirmationFields,
    verb: "progress.confirm",
    parent: { field: "progressId", type: "progress" },
    appendOnly: true,
  },
  endorsement: { fields: EndorsementFields, verb: "plan.endorse", parent: ofPlan },
  share: { fields: ShareFields, verb: "share.publish", parent: ofPlan },
  visit: { fields: VisitFields, verb: "workshop.record", parent: ofPlan },
  peerLink: { fields: PeerLinkFields, verb: "peer.record" },
  peerVisit: { fields: PeerVisitFields, verb: "peer.record", parent: { field: "linkId", type: "peerLink" } },
  network: { fields: NetworkFields, verb: "peer.record" },
  profile: { fields: ProfileFields, verb: "profile.record", contradiction: profileContradiction },
  instruction: { fields: InstructionFields, verb: "instruction.give" },
  answer: {
    fields: AnswerFields,
    verb: "instruction.answer",
    parent: { field: "instructionId", type: "instruction" },
    appendOnly: true,
  },
  decision: { fields: DecisionFields, verb: "decision.record" },
  attentionNote: {
    fields: AttentionNoteFields,
    verb: "attention.note",
    readers: ["district.review"],
    appendOnly: true,
  },
  dataElement: { fields: DataElementFields, verb: "indicator.manage", national: true, identity: ["code"] },
  indicator: { fields: IndicatorFields, verb: "indicator.manage", national: true, identity: ["code"] },
  reportingRule: {
    fields: ReportingRuleFields,
    verb: "escalation.set",
    national: true,
    appendOnly: true,
  },
  populationFigure: { fields: PopulationFigureFields, verb: "denominator.record" },
  report: {
    fields: ReportFields,
    verb: "report.record",
    readers: reportReaders,
    entries: reportValues,
    identity: ["reporterKind", "reporterId", "period", "source"],
  },
  verification: {
    fields: VerificationFields,
    verb: "report.verify",
    readers: reportReaders,
    parent: { field: "reportId", type: "report" },
    appendOnly: true,
  },
  escalation: { fields: EscalationFields, verb: "escalation.set", national: true, appendOnly: true },
  instrument: {
    fields: InstrumentFields,
    verb: "instrument.manage",
    national: true,
    appendOnly: true,
    contradiction: instrumentContradiction,
  },
  trustRound: { fields: TrustRoundFields, verb: "trust.record" },
  trustBatch: {
    fields: TrustBatchFields,
    verb: "trust.record",
    parent: { field: "roundId", type: "trustRound" },
    appendOnly: true,
  },
  checklist: {
    fields: ChecklistFields,
    verb: "instrument.manage",
    national: true,
    appendOnly: true,
    contradiction: checklistContradiction,
  },
  mentor: { fields: MentorFields, ...mentorship },
  mentee: { fields: MenteeFields, ...mentorship },
  menteeStatus: {
    fields: MenteeStatusFields,
    ...mentorship,
    parent: { field: "menteeId", type: "mentee" },
    appendOnly: true,
  },
  mentoringSession: { fields: MentoringSessionFields, ...mentorship },
  assessment: { fields: AssessmentFields, ...mentorship, parent: ofSession, entries: assessmentMarks },
  nextStep: { fields: NextStepFields, ...mentorship, parent: ofSession },
  dialogue: { fields: DialogueFields, verb: "dialogue.record" },
  training: { fields: TrainingFields, verb: "training.record", wall: "training" },
  publication: {
    fields: PublicationFields,
    verb: "table.publish",
    national: true,
    identity: ["table", "quarter", "version"],
    appendOnly: true,
  },
  withdrawal: {
    fields: WithdrawalFields,
    verb: "table.publish",
    national: true,
    parent: { field: "publicationId", type: "publication" },
    appendOnly: true,
  },
  reachFigure: { fields: ReachFigureFields, verb: "rollout.record", national: true },
  institution: {
    fields: InstitutionFields,
    verb: "rollout.record",
    national: true,
    contradiction: endsBeforeItBegins,
  },
  agreement: {
    fields: AgreementFields,
    verb: "rollout.record",
    national: true,
    contradiction: endsBeforeItBegins,
  },
  partnerActivity: {
    fields: PartnerActivityFields,
    verb: "rollout.record",
    national: true,
    contradiction: endsBeforeItBegins,
  },
  nationalTarget: {
    fields: NationalTargetFields,
    verb: "national.record",
    national: true,
    identity: ["indicator", "year", "provinceId"],
  },
  nationalValue: {
    fields: NationalValueFields,
    verb: "national.record",
    national: true,
    identity: ["indicator", "provinceId", "from", "to", "kind"],
    contradiction: endsBeforeItBegins,
  },
  budget: {
    fields: BudgetFields,
    verb: "budget.record",
    readers: ["budget.read"],
    wall: "budget",
    contradiction: budgetContradiction,
  },
  nationalBudget: {
    fields: NationalBudgetFields,
    verb: "budget.recordNational",
    readers: ["budget.read"],
    wall: "budget",
    national: true,
    contradiction: budgetContradiction,
  },
  rolloutItem: { fields: RolloutItemFields, verb: "rollout.plan", readers: rolloutReaders },
  facilitator: { fields: FacilitatorFields, verb: "rollout.plan", readers: rolloutReaders },
  facilitatorTraining: {
    fields: FacilitatorTrainingFields,
    verb: "rollout.plan",
    readers: rolloutReaders,
    parent: { field: "facilitatorId", type: "facilitator" },
  },
  account: { fields: AccountFields, verb: "account.manage", national: true, personal: true },
  assignment: { fields: AssignmentFields, verb: "account.manage", national: true, personal: true },
} as const satisfies Record<string, RecordDefinition>;

export type RecordType = keyof typeof recordTypes;
type EntriesOf<Definition> = Definition extends {
  entries: { prefix: infer Prefix extends string; value: infer Value extends z.ZodType };
}
  ? { [Name in `${Prefix}${string}`]?: z.infer<Value> }
  : unknown;
export type FieldsOf<T extends RecordType> = z.infer<(typeof recordTypes)[T]["fields"]> &
  EntriesOf<(typeof recordTypes)[T]>;

export const isRecordType = (name: string): name is RecordType => Object.hasOwn(recordTypes, name);
export const definitionOf = (type: RecordType): RecordDefinition => recordTypes[type];
/** Of programme-wide records only the audit has none: whoever keeps them is asked by a policy of its own. */
export const wallOf = (type: string): Wall | null => (isRecordType(type) && definitionOf(type).wall) || null;
