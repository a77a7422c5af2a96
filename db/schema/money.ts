import { sql } from "drizzle-orm";
import { bigint, date, index, integer, pgPolicy, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { nationalColumns, recordColumns } from "./columns";
import { applicationRole, nationalPolicy } from "./policies";

const lineColumns = () => ({
  year: integer("year").notNull(),
  purpose: text("purpose").notNull(),
  fundSource: text("fund_source").notNull(),
  funderId: uuid("funder_id"),
  plannedKip: bigint("planned_kip", { mode: "number" }),
  approvedKip: bigint("approved_kip", { mode: "number" }),
  disbursementDue: date("disbursement_due"),
  disbursedKip: bigint("disbursed_kip", { mode: "number" }),
  disbursedOn: date("disbursed_on"),
  spentKip: bigint("spent_kip", { mode: "number" }),
  source: text("source"),
  note: text("note"),
});

const permissive = { as: "permissive", to: applicationRole } as const;
const ownDistricts = sql.raw("district_id = any((select app_budget_districts())::uuid[])");

/** Budget plans are sensitive data by law: read only where somebody may read budgets, not by all who cover the place. */
export const budgets = pgTable("budgets", { ...recordColumns(), ...lineColumns() }, (t) => [
  index("budgets_place").on(t.districtId, t.year),
  pgPolicy("budgets_scope", { ...permissive, for: "all", using: ownDistricts, withCheck: ownDistricts }),
  pgPolicy("budgets_nation", {
    ...permissive,
    for: "select",
    using: sql.raw("(select app_budget_nation())"),
  }),
]);

/** Lines of a province or the nation; a province reads its own. */
export const nationalBudgets = pgTable(
  "national_budgets",
  { ...nationalColumns(), provinceId: uuid("province_id"), ...lineColumns() },
  (t) => [
    index("national_budgets_year").on(t.year),
    pgPolicy("national_budgets_read", {
      ...permissive,
      for: "select",
      using: sql.raw(
        "(select app_budget_nation()) or province_id = any((select app_budget_provinces())::uuid[])",
      ),
    }),
    pgPolicy("national_budgets_write", {
      ...permissive,
      for: "all",
      using: sql.raw("(select app_national_writer())"),
      withCheck: sql.raw("(select app_national_writer())"),
    }),
  ],
);

export const partnerActivities = pgTable(
  "partner_activities",
  {
    ...nationalColumns(),
    institutionId: uuid("institution_id").notNull(),
    theme: text("theme").notNull(),
    provinceId: uuid("province_id"),
    districtId: uuid("in_district_id"),
    from: date("from_date").notNull(),
    to: date("to_date"),
    source: text("source"),
    note: text("note"),
  },
  (t) => [
    index("partner_activities_institution").on(t.institutionId),
    ...nationalPolicy("partner_activities", "app_national_writer"),
  ],
);
