/** A cell that is hidden; what nobody recorded or reported is empty. */
export const HIDDEN = "*";
export type Cell = string | number | null;

/** Which rule hides what, by the words of `research.suppression.<rule>`. */
export type Rule = "none" | "place" | "shares" | "people" | "trust";
export type Variable = Readonly<{
  name: string;
  /** Words: `research.unit.<unit>`. */
  unit:
    | "code"
    | "quarter"
    | "year"
    | "month"
    | "village"
    | "workshop"
    | "action"
    | "person"
    | "day"
    | "index";
  /** Allowed values, where they are a list or a range. */
  allowed?: string;
  rule: Rule;
}>;

const of = (name: string, unit: Variable["unit"], allowed?: string, rule: Rule = "none"): Variable => ({
  name,
  unit,
  rule,
  ...(allowed ? { allowed } : {}),
});
const province = of("province_code", "code", "LA01 … LA18");
const indicator = of("indicator_code", "code");
const n = of("n", "person", "≥ 0", "shares");
const limits = (rule: Rule) =>
  ["estimate", "low_95", "high_95"].map((name) => of(name, "index", undefined, rule));

/** Every table with its variables, in the order of the file; the codebook is made of this list. */
export const variables = {
  villages_quarters: [
    of("village_key", "code"),
    of("province_code", "code", "LA01 … LA18", "place"),
    of("district_code", "code", undefined, "place"),
    of("quarter", "quarter", "yyyy-Qn"),
    of("first_workshop", "quarter", "yyyy-Qn", "place"),
    of("main_family", "code", "lao_tai, mon_khmer, tibeto_burman, hmong_iumien, other, unknown", "place"),
    of("travel", "code", "near, far, unknown", "place"),
    of("rainy_season", "code", "open, cut_off, unknown", "place"),
    of("poverty", "code", "poor, not_poor, unknown", "place"),
    of("reports", "month", "0 … 3"),
  ],
  workshops: [
    province,
    of("year", "year"),
    of("module", "code"),
    of("level", "code"),
    of("workshops", "workshop", "≥ 1"),
  ],
  attendance_sex_age: [
    of("year", "year"),
    of("sex", "code"),
    of("age_band", "code"),
    of("people", "person", "0, ≥ 10", "people"),
  ],
  attendance_family: [of("year", "year"), of("family", "code"), of("people", "person", "0, ≥ 10", "people")],
  actions: [
    province,
    of("category", "code"),
    of("status", "code"),
    of("actions", "action", "≥ 1"),
    of("planned_days", "day", "≥ 0"),
  ],
  uptake: [
    of("district_code", "code"),
    of("quarter", "quarter", "yyyy-Qn"),
    indicator,
    of("k", "person", "≥ 0", "shares"),
    n,
  ],
  trust: [
    province,
    of("instrument", "code"),
    of("wave", "code"),
    of("villages", "village", "≥ 2", "trust"),
    of("people", "person", "≥ 10", "trust"),
    ...limits("trust"),
  ],
  exposure: [
    of("instrument", "code"),
    of("wave", "code"),
    of("exposure", "code", "participant, indirect, unexposed"),
    of("villages", "village", "≥ 2", "trust"),
    of("people", "person", "≥ 10", "trust"),
    ...limits("trust"),
  ],
} as const satisfies Readonly<Record<string, readonly Variable[]>>;
export type TableName = keyof typeof variables;
export const tableNames = Object.keys(variables) as TableName[];
