import type { Sql } from "postgres";
import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { today } from "@/lib/clock";
import type { PartnerTheme } from "@/lib/money/vocabularies";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { applyAll } from "./apply-all";
import { addDays } from "./days";
import { demoDistricts } from "./districts";
import { nationActor, officeActor } from "./people";
import { madeUp } from "./texts";

type Place = Readonly<{ id: string; code: string; province_id: string; province_lo: string }>;

/** Budgets of the demonstration's districts and provinces, made up and marked so; partners as far as the sources name them. */
export async function seedMoney(sql: Sql, dice: SeededNumbers): Promise<void> {
  const districts = await sql<Place[]>`
    select d.id, d.code, d.province_id, p.name_lo as province_lo from places d join places p on p.id = d.province_id
    where d.code = any(${demoDistricts.map(({ code }) => code)}) order by d.code`;
  for (const district of districts) {
    const office = { role: "province", districtId: district.id, code: district.code } as const;
    const actor = await officeActor(sql, { ...office, name: `ຫ້ອງວ່າການແຂວງ${district.province_lo}` }, dice);
    await applyAll(actor, districtLines(district, dice));
  }
  const ministry = await nationActor(sql, "ministry");
  const provinces = [...new Set(districts.map((one) => one.province_id))];
  await applyAll(ministry, [
    ...provinces.flatMap((provinceId) => provinceLines(provinceId, dice)),
    ...(await partnerChanges(sql, dice)),
  ]);
}

type Made<T extends RecordType> = { type: T; place: string | null; fields: FieldsOf<T>; on: string };

function change<T extends RecordType>(dice: SeededNumbers, { type, place, fields, on }: Made<T>): Change {
  const madeAt = new Date(`${on}T02:00:00Z`);
  const made = newChange({ type, subject: dice.uuid(), place, fields: fields as never, madeAt });
  return { ...made, id: dice.uuid() };
}

const millions = (dice: SeededNumbers, least: number, most: number) => dice.whole(least, most) * 1_000_000;
const lastYears = () => {
  const year = Number(today().slice(0, 4));
  return [year - 1, year] as const;
};

function districtLines(district: Place, dice: SeededNumbers): Change[] {
  return lastYears().flatMap((year, index) => {
    const plannedKip = millions(dice, 60, 90);
    const approvedKip = Math.round(plannedKip * 0.85);
    const due = `${year}-03-31`;
    const own = { year, source: madeUp, fundSource: "district" } as const;
    const isLate = index === 1 && (district.code === "LA1101" || district.code === "LA0504");
    const workshops: FieldsOf<"budget"> = {
      ...own,
      purpose: "workshops",
      plannedKip,
      approvedKip,
      disbursementDue: due,
      disbursedKip: isLate ? Math.round(approvedKip * 0.4) : approvedKip,
      disbursedOn: isLate ? addDays(due, 12) : addDays(due, dice.whole(-10, 30)),
    };
    const training: FieldsOf<"budget"> = {
      ...own,
      purpose: "training",
      plannedKip: 12_000_000,
      approvedKip: 10_000_000,
      disbursedKip: 10_000_000,
      disbursedOn: `${year}-02-10`,
      spentKip: millions(dice, 6, 10),
    };
    return [workshops, training].map((fields) =>
      change(dice, { type: "budget", place: district.id, fields, on: `${year}-01-10` }),
    );
  });
}

function provinceLines(provinceId: string, dice: SeededNumbers): Change[] {
  return lastYears().flatMap((year) => {
    const common = { year, provinceId, source: madeUp } as const;
    const lines: FieldsOf<"nationalBudget">[] = [
      {
        ...common,
        purpose: "workshops",
        fundSource: "province",
        ...amounts(dice, 90, 150),
        disbursementDue: `${year}-02-28`,
      },
      { ...common, purpose: "workshops", fundSource: "partner", ...amounts(dice, 120, 220) },
      {
        ...common,
        purpose: "dialogues",
        fundSource: "partner",
        ...amounts(dice, 20, 40),
        spentKip: millions(dice, 10, 19),
      },
      { ...common, purpose: "mentorship", fundSource: "partner", ...scalingLine },
    ];
    return lines.map((fields) =>
      change(dice, { type: "nationalBudget", place: null, fields, on: `${year}-01-15` }),
    );
  });
}

/** What the made-up mentoring sessions cost lies in it. */
const scalingLine = {
  plannedKip: 60_000_000,
  approvedKip: 60_000_000,
  disbursedKip: 60_000_000,
  spentKip: 38_000_000,
};

const amounts = (dice: SeededNumbers, least: number, most: number) => {
  const plannedKip = millions(dice, least, most);
  return { plannedKip, approvedKip: plannedKip, disbursedKip: plannedKip };
};

const scaling = "SCALING case study (Save the Children)";

/** What the sources date: the European Union's SCALING in four provinces, USAID's contribution; the rest is made up. */
async function partnerChanges(sql: Sql, dice: SeededNumbers): Promise<Change[]> {
  const known = await sql<{ id: string; name_en: string }[]>`select id, name_en from institutions`;
  const provinces = await sql<
    { id: string; code: string }[]
  >`select id, code from places where level = 'province'`;
  const institution = (start: string) => known.find(({ name_en }) => name_en.startsWith(start))?.id;
  const province = (code: string) => provinces.find((one) => one.code === code)?.id;
  const changes: Change[] = [];
  const work = (
    institutionId: string | undefined,
    theme: PartnerTheme,
    rest: Omit<FieldsOf<"partnerActivity">, "institutionId" | "theme">,
  ) => {
    if (!institutionId) return;
    const fields = { institutionId, theme, ...rest };
    changes.push(change(dice, { type: "partnerActivity", place: null, fields, on: "2024-11-30" }));
  };
  const launch = "laotiantimes.com, 26 April 2024";
  work(institution("United States"), "maternal_child", { from: "2024-04-24", source: launch });
  for (const code of ["LA02", "LA03", "LA06", "LA07"]) {
    const place = { provinceId: province(code), from: "2017-12-01", to: "2022-06-30", source: scaling };
    work(institution("European Union"), "workforce", place);
  }
  const madeUpPartners = ["A", "B"].map((letter) => {
    const names = { nameLo: `ຄູ່ຮ່ວມສົມມຸດ ${letter}`, nameEn: `Made-up partner ${letter}` };
    const fields = { ...names, kind: "partner", source: madeUp } as const;
    const made = change(dice, { type: "institution", place: null, fields, on: "2024-11-29" });
    changes.push(made);
    return made.subject;
  });
  const from = `${lastYears()[0]}-01-01`;
  const demo = { from, source: madeUp };
  const [a, b] = madeUpPartners;
  for (const code of ["LA11", "LA05"]) {
    work(a, "nutrition", { ...demo, provinceId: province(code) });
    work(b, "immunisation", { ...demo, provinceId: province(code) });
  }
  const [pakxan] = await sql<{ id: string }[]>`select id from places where code = 'LA1101'`;
  work(b, "nutrition", { ...demo, provinceId: province("LA11"), districtId: pakxan?.id });
  work(a, "water_sanitation", { ...demo, provinceId: province("LA12") });
  return changes;
}
