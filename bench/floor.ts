import { readFileSync } from "node:fs";
import type { Sql } from "postgres";
import { today } from "@/lib/clock";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import type { Measured } from "./offices";

type Value = string | number | readonly (string | number)[];
export type Statement = Readonly<{ text: string; given: readonly Value[] }>;

const types: Readonly<Record<string, string>> = {
  district: "uuid",
  village: "uuid",
  districts: "uuid[]",
  elements: "smallint[]",
  chosen: "smallint[]",
  first: "smallint[]",
  today: "date",
  yearStart: "date",
  thisYear: "integer",
};

/** What the names in `bench/floor/*.sql` stand for: the same as the pages ask for. */
export async function floorValues(sql: Sql, places: Measured) {
  const numbersOf = async (codes: readonly string[]) => {
    const [row] = await sql<{ numbers: number[]; kind: string | null }[]>`
      select array_agg(distinct e.number) as numbers, min(i.population_kind) as kind from indicators i
        cross join lateral jsonb_array_elements_text(i.numerator || coalesce(i.denominator, '[]')) t
        join data_elements e on e.code = ltrim(t, '-') where i.code = any(${codes as string[]})`;
    return row as { numbers: number[]; kind: string | null };
  };
  const [first] = await sql<
    { code: string }[]
  >`select code from indicators where active and deleted_at is null
    and team_only is not true order by position, code limit 1`;
  const shown = await numbersOf([first?.code ?? ""]);
  const districts = await sql<
    { id: string }[]
  >`select id from places where level = 'district' and province_id = ${places.province}`;
  const end = lastFullMonth(today());
  return {
    district: places.district,
    village: places.village,
    villageCode: places.villageCode,
    districts: districts.map(({ id }) => id),
    elements: (await numbersOf(["ANC4_COV", "INST_DELIV", "DPT3_COV", "BIRTH_REG"])).numbers,
    chosen: shown.numbers,
    first: shown.numbers,
    kind: shown.kind ?? "",
    firstKind: shown.kind ?? "",
    since: addMonths(end, -23),
    year: addMonths(end, -11),
    threeYears: addMonths(end, -35),
    fourteen: addMonths(end, -13),
    today: today(),
    yearStart: `${today().slice(0, 4)}-01-01`,
    thisYear: Number(today().slice(0, 4)),
  } as const satisfies Readonly<Record<string, Value>>;
}

export type FloorValues = Awaited<ReturnType<typeof floorValues>>;

/** The statements of a file, their names as numbered parameters. */
export function floorStatements(name: string, values: FloorValues): Statement[] {
  const file = readFileSync(new URL(`./floor/${name}.sql`, import.meta.url), "utf8").replace(/^--.*$/gm, "");
  return file
    .split(";")
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => {
      const names: (keyof FloorValues)[] = [];
      const numbered = text.replace(/(?<!:):([a-z]\w*)/gi, (_, found: keyof FloorValues) => {
        if (!(found in values)) throw new Error(`${name}.sql names :${found}, which has no value`);
        if (!names.includes(found)) names.push(found);
        return `$${names.indexOf(found) + 1}${types[found] ? `::${types[found]}` : ""}`;
      });
      return { text: numbered, given: names.map((one) => values[one]) };
    });
}
