import type { PlanPlaces } from "./plan-queries";
import { planYear } from "./schema";

export type PlanAddress = Readonly<{
  year: number;
  province: Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
  /** Where a line is added. */
  district: string | null;
  /** The line that is changed. */
  line: string | null;
}>;

type Asked = Readonly<Record<string, string | string[] | undefined>>;
const nowhere = { id: "00000000-0000-0000-0000-000000000000", code: "", nameLo: "", nameEn: "" };

/** From an address; without a province the first that has a plan, else the first. */
export function readPlanAddress(asked: Asked, places: PlanPlaces, today: string): PlanAddress {
  const word = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : null);
  const named = places.find(({ province }) => province.code === word("province"));
  const chosen = named ?? places.find(({ lines }) => lines > 0) ?? places[0];
  const province = chosen?.province ?? nowhere;
  const inIt = places.filter((place) => place.provinceId === province.id);
  return {
    year: planYear.safeParse(Number(word("year"))).data ?? Number(today.slice(0, 4)),
    province,
    district: inIt.find(({ code }) => code === word("district"))?.code ?? null,
    line: word("line"),
  };
}

export function planHref({ year, province, district, line }: PlanAddress): string {
  const query = new URLSearchParams({
    year: String(year),
    province: province.code,
    ...(district ? { district } : {}),
    ...(line ? { line } : {}),
  });
  return `/rollout/plan?${query}`;
}
