import { isoDate } from "@/lib/changes/fields";
import { governanceLevels } from "@/lib/workshops/vocabularies";
import { plannedModules, planYear } from "./schema";

/** What the reader chose to see; all of it stands in the address. */
export type RolloutChoices = Readonly<{
  on: string;
  year: number;
  module: (typeof plannedModules)[number] | null;
  level: (typeof governanceLevels)[number] | null;
}>;

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** From an address; words that mean nothing are left out, and without a year it is that of the day asked for. */
export function readRolloutChoices(asked: Asked, today: string): RolloutChoices {
  const on = isoDate.safeParse(asked.on).data ?? today;
  return {
    on,
    year: planYear.safeParse(Number(asked.year)).data ?? Number(on.slice(0, 4)),
    module: plannedModules.find((one) => one === asked.module) ?? null,
    level: governanceLevels.find((one) => one === asked.level) ?? null,
  };
}

/** As an address says them, without what goes without saying. */
export function rolloutQuery({ on, year, module, level }: RolloutChoices, today: string): string {
  const query = new URLSearchParams({
    ...(on === today ? {} : { on }),
    ...(year === Number(on.slice(0, 4)) ? {} : { year: String(year) }),
    ...(module ? { module } : {}),
    ...(level ? { level } : {}),
  });
  return query.size > 0 ? `?${query}` : "";
}
