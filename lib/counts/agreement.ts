import "server-only";
import type { Actor } from "@/lib/access/actor";
import { reviewedDistricts } from "@/lib/districts/province-queries";
import { equityOf } from "@/lib/equity/queries";
import { boardOf } from "@/lib/rollout/board-queries";
import { reachUntil } from "@/lib/rollout/queries";
import { reachCsv } from "@/lib/rollout/reach-csv";

/** One count as one surface tells it. */
export type Told = Readonly<{ count: string; place: string; surface: string; value: number }>;

type Readers = Readonly<{ ministry: Actor; provinceOf: (provinceId: string) => Promise<Actor> }>;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Every count that more than one page, file or answer tells, as each of them tells it (docs/decisions/0048). */
export async function toldCounts({ ministry, provinceOf }: Readers, on: string): Promise<Told[]> {
  const year = Number(on.slice(0, 4));
  const [reach, equity, board] = await Promise.all([
    reachUntil(ministry, on),
    equityOf(ministry, { indicator: null, within: null }),
    boardOf(ministry, { on, year, module: null, within: null }),
  ]);
  const [, ...lines] = reachCsv(reach, on).split("\r\n").filter(Boolean);
  const tell = (count: string, place: string, told: Record<string, number>) =>
    Object.entries(told).map(([surface, value]): Told => ({ count, place, surface, value }));
  const provinces = await Promise.all(
    reach.provinces.map(async ({ id, code, villages }) => {
      const actor = await provinceOf(id);
      const [districts, own, ownReach] = [
        await reviewedDistricts(actor),
        await equityOf(actor, { indicator: null, within: null }),
        await reachUntil(actor, on),
      ];
      return tell("villages_reached", code, {
        rollout: villages,
        "province's rollout": sum(ownReach.provinces.map((one) => one.villages)),
        equity: (await equityOf(ministry, { indicator: null, within: code })).all.k,
        "province's equity": own.all.k,
        "province's districts": sum(districts.map((district) => district.villages)),
      });
    }),
  );
  const family = (part: string) => equity.lines.find((line) => line.part === part)?.reached.k ?? 0;
  return [
    ...tell("villages_reached", "nation", {
      "rollout, sentence": reach.steps.at(-1)?.villages ?? 0,
      "rollout, provinces": sum(reach.provinces.map(({ villages }) => villages)),
      "reach as CSV": sum(lines.map((line) => Number(line.split(",")[4]))),
      equity: equity.all.k,
      ...Object.fromEntries(
        (["family", "travel", "season", "poverty"] as const).map((dimension) => [
          `equity by ${dimension}`,
          sum(equity.lines.filter((line) => line.dimension === dimension).map(({ reached }) => reached.k)),
        ]),
      ),
    }),
    ...tell("villages where most are of another family", "nation", {
      rollout: reach.people.minority,
      equity: sum(["mon_khmer", "tibeto_burman", "hmong_iumien", "other"].map(family)),
    }),
    ...tell("villages of the year's plan", "nation", {
      "rollout, board": sum(board.districts.map(({ villages }) => villages)),
      equity: sum(
        equity.lines.filter(({ dimension }) => dimension === "travel").map(({ planned }) => planned),
      ),
    }),
    ...provinces.flat(),
  ];
}

/** Counts that do not agree, each with all that is told of it. */
export function disagreements(told: readonly Told[]): Told[][] {
  return [...Map.groupBy(told, ({ count, place }) => `${count} ${place}`).values()].filter(
    (same) => new Set(same.map(({ value }) => value)).size > 1,
  );
}
