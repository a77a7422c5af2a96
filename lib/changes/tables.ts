import "server-only";
import type { PgTable } from "drizzle-orm/pg-core";
import { dialogues } from "@/db/schema/dialogues";
import {
  dataElements,
  indicators,
  populationFigures,
  reportingRules,
  reports,
  verifications,
} from "@/db/schema/indicators";
import { attentionNotes, decisions, instructionAnswers, instructions } from "@/db/schema/instructions";
import { mapFeatures, maps } from "@/db/schema/maps";
import { photos } from "@/db/schema/media";
import {
  assessments,
  checklists,
  menteeStatuses,
  mentees,
  mentoringSessions,
  mentors,
  nextSteps,
} from "@/db/schema/mentorship";
import { budgets, nationalBudgets, partnerActivities } from "@/db/schema/money";
import { nationalTargets, nationalValues } from "@/db/schema/national";
import { networks, peerLinks, peerVisits } from "@/db/schema/peers";
import { assignments, users } from "@/db/schema/people";
import {
  actions,
  confirmations,
  endorsements,
  escalationSettings,
  plans,
  progressReports,
  shares,
} from "@/db/schema/plans";
import {
  ballots,
  comparisons,
  criteria,
  problemFeatures,
  problemNodes,
  problems,
  scores,
  solutions,
} from "@/db/schema/problems";
import { villageProfiles } from "@/db/schema/profiles";
import { publications, withdrawals } from "@/db/schema/published";
import {
  agreements,
  facilitators,
  facilitatorTrainings,
  institutions,
  reachFigures,
  rolloutItems,
} from "@/db/schema/rollout";
import { trainings } from "@/db/schema/trainings";
import { instruments, trustBatches, trustRounds } from "@/db/schema/trust";
import { visits } from "@/db/schema/visits";
import {
  attendanceTallies,
  commitments,
  consents,
  workshopGroups,
  workshopSessions,
  workshops,
} from "@/db/schema/workshops";
import type { RecordType } from "./registry";

/** Where each record type lives; column properties carry the names of the record's fields. */
export const recordTables: Readonly<Record<RecordType, PgTable>> = {
  workshop: workshops,
  session: workshopSessions,
  group: workshopGroups,
  attendance: attendanceTallies,
  commitment: commitments,
  consent: consents,
  photo: photos,
  map: maps,
  feature: mapFeatures,
  problem: problems,
  problemNode: problemNodes,
  problemFeature: problemFeatures,
  ballot: ballots,
  comparison: comparisons,
  criterion: criteria,
  score: scores,
  solution: solutions,
  plan: plans,
  action: actions,
  progress: progressReports,
  confirmation: confirmations,
  endorsement: endorsements,
  share: shares,
  visit: visits,
  peerLink: peerLinks,
  peerVisit: peerVisits,
  network: networks,
  profile: villageProfiles,
  instruction: instructions,
  answer: instructionAnswers,
  decision: decisions,
  attentionNote: attentionNotes,
  dataElement: dataElements,
  indicator: indicators,
  reportingRule: reportingRules,
  populationFigure: populationFigures,
  report: reports,
  verification: verifications,
  escalation: escalationSettings,
  instrument: instruments,
  trustRound: trustRounds,
  trustBatch: trustBatches,
  checklist: checklists,
  mentor: mentors,
  mentee: mentees,
  menteeStatus: menteeStatuses,
  mentoringSession: mentoringSessions,
  assessment: assessments,
  nextStep: nextSteps,
  dialogue: dialogues,
  training: trainings,
  publication: publications,
  withdrawal: withdrawals,
  reachFigure: reachFigures,
  institution: institutions,
  agreement: agreements,
  partnerActivity: partnerActivities,
  nationalTarget: nationalTargets,
  nationalValue: nationalValues,
  budget: budgets,
  nationalBudget: nationalBudgets,
  rolloutItem: rolloutItems,
  facilitator: facilitators,
  facilitatorTraining: facilitatorTrainings,
  account: users,
  assignment: assignments,
};
