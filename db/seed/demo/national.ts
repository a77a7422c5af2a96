import type { Sql } from "postgres";
import { identityOf } from "@/lib/changes/identity";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { type NationalCode, nationalCodes } from "@/lib/national/schema";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { madeUp } from "./texts";

const report = "Health sector report for RTIM 2024";
const nineMonths = { from: "2024-01-01", to: "2024-09-30" } as const;
const madeAt = new Date("2024-11-30T00:00:00Z");

/** In the order of the report: target 2024, first nine months of 2024, target 2025. */
const published: readonly (readonly [number, number, number])[] = [
  [16, 24.3, 15],
  [28, 32.8, 27],
  [22, 6.77, 20],
  [32, 7.81, 30],
  [120, 36.24, 110],
  [84, 60.33, 85],
  [95, 64.87, 95],
  [94, 94.41, 95],
  [84, 97.13, 85],
  [94.5, 94.5, 94.5],
  [84, 92.03, 85],
];

type Said = Pick<FieldsOf<"nationalValue">, "kind" | "basis" | "verdict"> & {
  amongWhom?: string;
  note?: string;
};

/** Whether the yearly denominator holds for 6 and 7 is our reading of "of target population". */
const said: Readonly<Record<NationalCode, Said>> = {
  underweight: survey(),
  stunting: survey(),
  infant_mortality: deaths("live births"),
  under5_mortality: deaths("live births"),
  maternal_mortality: deaths("live births"),
  skilled_birth: service(),
  penta3: service(),
  clean_water: coverage("total population"),
  latrines: coverage(),
  insurance: coverage("total population"),
  model_villages: coverage("total villages"),
};

function survey(): Said {
  return {
    kind: "survey",
    basis: "period",
    verdict: "off_course",
    note: "LSIS III; the report does not say when it was taken.",
  };
}
function deaths(amongWhom: string): Said {
  return { kind: "hmis", basis: "ytd", verdict: "on_course", amongWhom };
}
function service(): Said {
  const note = "Basis to be confirmed with the ministry.";
  return { kind: "hmis", basis: "annual", verdict: "off_course", amongWhom: "target population", note };
}
function coverage(amongWhom?: string): Said {
  return { kind: "report", basis: "period", verdict: "achieved", ...(amongWhom ? { amongWhom } : {}) };
}

/** Made-up values of the provinces of the demonstration. */
const ofProvinces = [
  { code: "LA11", skilled_birth: 66.4, penta3: 72.8 },
  { code: "LA05", skilled_birth: 52.1, penta3: 58.6 },
] as const;

/** The eleven national indicators as the report has them, and made-up values of two provinces, marked so. */
export async function nationalChanges(sql: Sql, dice: SeededNumbers): Promise<Change[]> {
  const changes: Change[] = [];
  const add = async <T extends "nationalTarget" | "nationalValue">(type: T, fields: FieldsOf<T>) => {
    const subject = (await identityOf(type, fields)) as string;
    const change = newChange({ type, subject, place: null, fields: fields as never, madeAt });
    changes.push({ ...change, id: dice.uuid() });
  };
  for (const [index, indicator] of nationalCodes.entries()) {
    const [target2024, value, target2025] = published[index] as (typeof published)[number];
    const nation = { indicator, provinceId: null, source: report };
    await add("nationalTarget", { ...nation, year: 2024, value: target2024 });
    await add("nationalTarget", { ...nation, year: 2025, value: target2025 });
    await add("nationalValue", { ...nation, ...nineMonths, value, ...said[indicator] });
  }
  const provinces = await sql<{ id: string; code: string }[]>`
    select id, code from places where level = 'province' and code = any(${ofProvinces.map(({ code }) => code)})`;
  for (const { code, ...values } of ofProvinces) {
    const provinceId = provinces.find((one) => one.code === code)?.id;
    if (!provinceId) continue;
    for (const indicator of ["skilled_birth", "penta3"] as const) {
      const here = { indicator, provinceId, source: madeUp };
      await add("nationalTarget", { ...here, year: 2024, value: indicator === "penta3" ? 95 : 84 });
      await add("nationalValue", {
        ...here,
        ...nineMonths,
        value: values[indicator],
        kind: "hmis",
        basis: "annual",
      });
    }
  }
  return changes;
}
