import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Transaction, withScope } from "@/db/client";
import { sensitiveReads } from "@/db/schema/traces";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { AppError } from "@/lib/errors";
import { lastFullMonth, monthsUntil, quartersUntil } from "@/lib/indicators/months";
import type { KnownInstrument } from "@/lib/sync/known";
import type { ClusterCell } from "@/lib/trust/clusters";
import { instrumentRows } from "@/lib/trust/sql";
import { listOf } from "@/lib/villages/sql";
import { peopleToTell, sharesToTell } from "./counts";
import { sumsStatement } from "./sums-sql";
import type { Cell, TableName } from "./tables";
import { exposureRows, trustRows } from "./trust-rows";
import { type ResearchVillage, villageRows } from "./villages";
import { villagesStatement } from "./villages-sql";

export type ResearchTables = Readonly<Record<TableName, readonly (readonly Cell[])[]>>;
type Asked = Readonly<{ within: string | null }>;

const QUARTERS = 8;
const quarterName = ([first = 0]: readonly number[]) =>
  `${Math.floor(first / 100)}-Q${Math.ceil((first % 100) / 3)}`;

/**
 * The tables for researchers: de-identified, small numbers hidden; that somebody took them is logged. The secret of the keys is
 * made anew each time and kept nowhere.
 */
export function researchTables(
  actor: Actor,
  { within }: Asked,
  secret = randomBytes(32).toString("hex"),
): Promise<ResearchTables> {
  requireCan(actor, "research.export");
  return withScope(actor.scope, async (tx) => {
    const end = lastFullMonth(today());
    const quarters = quartersUntil(end, QUARTERS);
    const asked = {
      within,
      day: today(),
      end,
      since: quarters[0]?.[0] ?? (monthsUntil(end, 1)[0] as number),
    };
    const [found] = await tx.execute<{ known: boolean; villages: ResearchVillage[] }>(
      villagesStatement(asked),
    );
    if (within !== null && !found?.known) throw new AppError("not_found");
    const [sums] = await tx.execute<Sums>(sumsStatement(asked));
    const trust = await trustOf(tx, within);
    await tx
      .insert(sensitiveReads)
      .values({ id: randomUUID(), userId: actor.userId, what: "research.export" });
    return {
      villages_quarters: villageRows(found?.villages ?? [], quarters.map(quarterName), secret),
      ...sumRows(sums as Sums),
      ...trust,
    };
  });
}

type Sums = Readonly<{
  workshops: readonly (readonly Cell[])[];
  came: readonly (readonly [year: number, sex: string, age: string, family: string, people: number])[];
  actions: readonly (readonly Cell[])[];
  counted: readonly (readonly [
    district: string,
    province: string,
    quarter: string,
    code: string,
    k: number,
    n: number | null,
  ])[];
}>;

function sumRows({ workshops, came, actions, counted }: Sums) {
  const bySexAndAge = came.map(([year, sex, age, , people]) => ({ year, category: `${sex} ${age}`, people }));
  const byFamily = came.map(([year, , , family, people]) => ({ year, category: family, people }));
  const rounds = [...Map.groupBy(counted, ([, , quarter, code]) => `${code} ${quarter}`).values()];
  return {
    workshops,
    actions,
    attendance_sex_age: peopleToTell(bySexAndAge).map(([year, category, people]): Cell[] => [
      year,
      ...category.split(" "),
      people,
    ]),
    attendance_family: peopleToTell(byFamily),
    uptake: rounds.flatMap((round) => {
      const told = sharesToTell(
        round.map(([district, province, , , k, n]) => ({ district, province, k, n })),
      );
      return round.map(([district, , quarter, code], at): Cell[] => [
        district,
        quarter,
        code,
        ...(told[at] ?? []),
      ]);
    }),
  };
}

async function trustOf(tx: Transaction, within: string | null) {
  const [row] = await tx.execute<{
    instruments: KnownInstrument[];
    byDistrict: { district: string; province: string | null; clusters: ClusterCell[] }[];
  }>(sql`
    with ${districtsWithin(null, within)}
    select ${listOf(instrumentRows)} as instruments,
      (select coalesce(json_agg(json_build_object('district', d.id, 'province', p.code, 'clusters', trust_clusters(array[d.id]))), '[]')
        from asked_districts d left join places p on p.id = d.province_id) as "byDistrict"`);
  const cells = (row?.byDistrict ?? []).flatMap(({ district, province, clusters }) =>
    clusters.map((cell) => ({ ...cell, province, village: `${district} ${cell.village}` })),
  );
  const known = row?.instruments ?? [];
  return { trust: trustRows(cells, known), exposure: exposureRows(cells, known) };
}
