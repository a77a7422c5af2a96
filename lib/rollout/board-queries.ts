import "server-only";
import { withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import type { PlanAsked } from "@/lib/counts/stage-sql";
import type { Payer, Stage, StageCounts } from "@/lib/counts/stages";
import { boardFacts, reachedFrom } from "./board-sql";
import type { plannedModules } from "./schema";
import { reviewedPlaces } from "./whose";

type Named = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Module = (typeof plannedModules)[number];

/** The plan of one district and what became of it; all of it sums up to its province and the nation. */
export type DistrictBoard = Named &
  Readonly<{
    provinceId: string;
    villages: number;
    stages: StageCounts;
    /** Villages that the plan names for a module, and those of them where it was held. */
    modules: Readonly<Partial<Record<Module, readonly [planned: number, held: number]>>>;
    /** Who paid the newest workshop of a village, of those held. */
    payers: Readonly<Record<Payer, number>>;
    plannedKip: number;
    spentKip: number;
    /** Lines with a planned cost, lines carried out, and those of them whose cost is known. */
    costed: number;
    carriedOut: number;
    spentOn: number;
  }>;

/** Villages whose last step was this one, and for how long they have been there; null is all provinces together. */
export type Waiting = Readonly<{
  provinceId: string | null;
  at: Stage | null;
  villages: number;
  /** Median; null where nothing was done yet. */
  days: number | null;
}>;

export type Funder = Readonly<{
  id: string | null;
  nameLo: string | null;
  nameEn: string | null;
  funding: "own" | "partner" | null;
  villages: number;
  held: number;
  plannedKip: number;
  spentKip: number;
}>;

/** Planned villages that have something in common, and those reached. */
export type GroupReach = Readonly<{
  by: "travel" | "season" | "family" | "poverty";
  part: string;
  n: number;
  k: number;
}>;

export type Board = Readonly<{
  provinces: readonly (Named & Readonly<{ districts: number }>)[];
  districts: readonly DistrictBoard[];
  waiting: readonly Waiting[];
  funders: readonly Funder[];
  groups: readonly GroupReach[];
  /** Villages of the plan by the month in which it wants them reached first. */
  months: readonly (readonly [month: string, villages: number])[];
  years: readonly number[];
}>;

export type BoardAsked = Omit<PlanAsked, "districtIds">;

/** What one district adds; all but the medians sums up. */
export type DistrictFacts = Readonly<{
  districtId: string;
  provinceId: string;
  /** Null where the plan names no village. */
  board: DistrictBoard | null;
  /** Villages by the last step taken and the days since. */
  stood: readonly (readonly [at: Stage | null, days: number | null, villages: number])[];
  funders: readonly Funder[];
  groups: readonly GroupReach[];
  months: Board["months"];
}>;
export type BoardFacts = Pick<Board, "provinces" | "years"> &
  Readonly<{ districts: readonly DistrictFacts[] }>;

/** A year's plan against what was recorded, summed by district. One statement. */
export function boardOf(actor: Actor, asked: BoardAsked): Promise<Board> {
  requireCan(actor, "rollout.read");
  const { on, year, module, within } = asked;
  // Of any district: a health centre's workshop reaches villages of the next province.
  const reading = { name: "board", of: [on, year, module, within], districtIds: null };
  const districtIds = reviewedPlaces(actor);
  return withKeptFacts<BoardFacts, Board>(actor.scope, reading, {
    read: async (tx, only) => {
      const [row] = await tx.execute<BoardFacts>(boardFacts({ ...asked, districtIds: only ?? districtIds }));
      return row as BoardFacts;
    },
    reaching: async (tx, touched) => {
      const rows = await tx.execute<{ id: string }>(reachedFrom(touched));
      return rows.map(({ id }) => id).filter((id) => districtIds === null || districtIds.includes(id));
    },
    renew: (kept, fresh, districts) => ({
      ...kept,
      years: fresh.years,
      districts: [
        ...kept.districts.filter(({ districtId }) => !districts.has(districtId)),
        ...fresh.districts,
      ],
    }),
    answer: boardFrom,
  });
}

function boardFrom({ provinces, years, districts }: BoardFacts): Board {
  return {
    ...{ provinces, years },
    districts: districts.flatMap(({ board }) => board ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    waiting: [
      ...waitingOf(districts, null),
      ...[...Map.groupBy(districts, ({ provinceId }) => provinceId)].flatMap(([id, rows]) =>
        waitingOf(rows, id),
      ),
    ],
    funders: fundersOf(districts.flatMap(({ funders }) => funders)),
    groups: summed(
      districts.flatMap(({ groups }) => groups),
      ({ by, part }) => `${by} ${part}`,
      (a, b) => ({ ...a, n: a.n + b.n, k: a.k + b.k }),
    ),
    months: summed(
      districts.flatMap(({ months }) => months),
      ([month]) => month,
      ([month, a], [, b]) => [month, a + b],
    ),
  };
}

/** Rows of one key together, in the order of their keys. */
function summed<T>(rows: readonly T[], keyOf: (row: T) => string, add: (a: T, b: T) => T): T[] {
  return [...Map.groupBy(rows, keyOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => same.reduce(add));
}

/** The median of days is the lower of two in the middle. */
function waitingOf(rows: readonly DistrictFacts[], provinceId: string | null): Waiting[] {
  const byStep = Map.groupBy(
    rows.flatMap(({ stood }) => stood),
    ([at]) => at,
  );
  return [...byStep].map(([at, stood]) => {
    const days = stood
      .flatMap(([, days, villages]) => (days === null ? [] : Array<number>(villages).fill(days)))
      .toSorted((a, b) => a - b);
    const median = days[Math.ceil(days.length / 2) - 1] ?? null;
    return { provinceId, at, days: median, villages: stood.reduce((sum, [, , n]) => sum + n, 0) };
  });
}

function fundersOf(rows: readonly Funder[]): Funder[] {
  const alike = summed(
    rows,
    ({ id, funding }) => `${id} ${funding}`,
    (a, b) => ({
      ...a,
      villages: a.villages + b.villages,
      held: a.held + b.held,
      plannedKip: a.plannedKip + b.plannedKip,
      spentKip: a.spentKip + b.spentKip,
    }),
  );
  return alike.toSorted(
    (a, b) => b.villages - a.villages || ((a.nameEn ?? "~") < (b.nameEn ?? "~") ? -1 : 1),
  );
}
