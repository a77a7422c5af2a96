import type { PullAsked } from "@/db/schema/value-pulls";
import { lastFullMonth, monthsUntil } from "@/lib/indicators/months";

export type PullPart = Readonly<{ no: number; period: number; orgUnit: string }>;

/** One request for each month and unit, the newest month first. */
export function partsOf({ months, orgUnits }: PullAsked, today: string): PullPart[] {
  const periods = monthsUntil(lastFullMonth(today), months).reverse();
  return periods
    .flatMap((period) => orgUnits.map((orgUnit) => ({ period, orgUnit })))
    .map((part, at) => ({ no: at + 1, ...part }));
}

/** The request as DHIS2 documents it (Web API, "Reading data values"). */
export function questionOf(asked: PullAsked, { period, orgUnit }: Omit<PullPart, "no">): URL {
  const url = new URL(`${asked.address}/api/dataValueSets.json`);
  for (const dataSet of asked.dataSets) url.searchParams.append("dataSet", dataSet);
  url.searchParams.set("orgUnit", orgUnit);
  url.searchParams.set("children", String(asked.children));
  url.searchParams.set("period", String(period));
  url.searchParams.set("includeDeleted", "true");
  url.searchParams.set("orgUnitIdScheme", asked.unitScheme);
  url.searchParams.set("dataElementIdScheme", asked.elementScheme);
  return url;
}
