/** A count by its code: the words for it are `rollout.defined.<code>`, its SQL stands in the file named, its places and period here. */
export type CountDefinition = Readonly<{
  code:
    | "villages_reached"
    | "districts_reached"
    | "people"
    | "attendance"
    | "oriented"
    | "trained"
    | "district"
    | "hc"
    | "village"
    | "displayed"
    | "self_financed"
    | "guides";
  sql: "held-sql" | "stage-sql";
  /** Summed over: a district's sums add up to its province and the nation. */
  by: "district";
  period: "until a day" | "year of a plan, until a day";
}>;

const reach = { sql: "held-sql", by: "district", period: "until a day" } as const;
const stage = { sql: "stage-sql", by: "district", period: "year of a plan, until a day" } as const;

export const countDefinitions: readonly CountDefinition[] = [
  { code: "villages_reached", ...reach },
  { code: "districts_reached", ...reach },
  { code: "people", ...reach },
  { code: "attendance", ...reach },
  { code: "oriented", ...stage },
  { code: "trained", ...stage },
  { code: "district", ...stage },
  { code: "hc", ...stage },
  { code: "village", ...stage },
  { code: "displayed", ...stage },
  { code: "self_financed", ...stage },
  { code: "guides", ...stage },
];
