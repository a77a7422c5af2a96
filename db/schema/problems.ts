import { boolean, doublePrecision, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { recordColumns, textList } from "./columns";
import { districtPolicy } from "./policies";

export const problems = pgTable(
  "problems",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    statement: text("statement").notNull(),
    category: text("category"),
    raisedByGroupId: uuid("raised_by_group_id"),
    whomItTouches: text("whom_it_touches"),
    peopleTouched: integer("people_touched"),
    note: text("note"),
    position: integer("position"),
    themes: textList("themes"),
  },
  (t) => [
    index("problems_workshop").on(t.workshopId),
    index("problems_district").on(t.districtId),
    index("problems_village").on(t.villageId),
    index("problems_category").on(t.category),
    ...districtPolicy("problems"),
  ],
);

export const problemNodes = pgTable(
  "problem_nodes",
  {
    ...recordColumns(),
    problemId: uuid("problem_id").notNull(),
    parentId: uuid("parent_id"),
    kind: text("kind").notNull(),
    text: text("text").notNull(),
    position: integer("position"),
  },
  (t) => [index("problem_nodes_problem").on(t.problemId), ...districtPolicy("problem_nodes")],
);

export const problemFeatures = pgTable(
  "problem_features",
  { ...recordColumns(), problemId: uuid("problem_id").notNull(), featureId: uuid("feature_id").notNull() },
  (t) => [index("problem_features_problem").on(t.problemId), ...districtPolicy("problem_features")],
);

export const ballots = pgTable(
  "ballots",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    groupId: uuid("group_id").notNull(),
    problemId: uuid("problem_id").notNull(),
    device: uuid("device").notNull(),
    dots: integer("dots").notNull(),
  },
  (t) => [index("ballots_workshop").on(t.workshopId), ...districtPolicy("ballots")],
);

export const comparisons = pgTable(
  "comparisons",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    groupId: uuid("group_id").notNull(),
    problemA: uuid("problem_a").notNull(),
    problemB: uuid("problem_b").notNull(),
    winner: text("winner").notNull(),
  },
  (t) => [index("comparisons_workshop").on(t.workshopId), ...districtPolicy("comparisons")],
);

export const criteria = pgTable(
  "criteria",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    label: text("label").notNull(),
    weight: doublePrecision("weight").notNull(),
    position: integer("position"),
  },
  (t) => [index("criteria_workshop").on(t.workshopId), ...districtPolicy("criteria")],
);

export const scores = pgTable(
  "scores",
  {
    ...recordColumns(),
    workshopId: uuid("workshop_id").notNull(),
    groupId: uuid("group_id").notNull(),
    problemId: uuid("problem_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    score: integer("score").notNull(),
  },
  (t) => [index("scores_workshop").on(t.workshopId), ...districtPolicy("scores")],
);

export const solutions = pgTable(
  "solutions",
  {
    ...recordColumns(),
    problemId: uuid("problem_id").notNull(),
    workshopId: uuid("workshop_id").notNull(),
    text: text("text").notNull(),
    proposedByGroupId: uuid("proposed_by_group_id"),
    chosen: boolean("chosen").notNull(),
    note: text("note"),
    position: integer("position"),
  },
  (t) => [
    index("solutions_problem").on(t.problemId),
    index("solutions_workshop").on(t.workshopId),
    ...districtPolicy("solutions"),
  ],
);
