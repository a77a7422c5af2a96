import "server-only";
import { sql } from "drizzle-orm";
import { withDistrictsRenewed, withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { type Aligned, REACH } from "@/lib/comparison/aligned";
import { AppError } from "@/lib/errors";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { EvaluationAsked } from "./asked";
import { alignedGroup, type Compared, type Counted, type Uptake, uptakeOf } from "./services";
import { servicesStatement } from "./services-sql";

export type Place = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Years = readonly (readonly [year: number, villages: number])[];
type Common = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  within: Place | null;
  provinces: readonly Place[];
}>;
type Facts = Common &
  Readonly<{
    byDistrict: readonly Readonly<{
      districtId: string;
      years: Years;
      counted: readonly Counted[];
      compared: readonly Compared[];
    }>[];
  }>;

export type Services = Common &
  Readonly<{
    end: number;
    /** Of the first workshops that are shown, and every year that has some, newest first. */
    year: number;
    years: Years;
    /** Null while the programme counts nothing. */
    told: Readonly<{ connect: Aligned; others: Aligned; uptake: Uptake }> | null;
  }>;

/** Unasked, the newest year after which so many months are over. */
const MONTHS_AFTER = 3;
const yearBefore = (end: number) => Math.floor(addMonths(end, 1 - MONTHS_AFTER) / 100) - 1;

/** One service before and after the workshops of one year, in the villages that held them and in those beside them. One statement. */
export function servicesOf(actor: Actor, asked: EvaluationAsked): Promise<Services> {
  requireCan(actor, "rollout.read");
  const reviewed = reviewedPlaces(actor);
  const end = lastFullMonth(today());
  const { indicator, within, year = null } = asked;
  const shownYear = year ?? yearBefore(end);
  const reading = { name: "servicesOf", of: [indicator, within, shownYear, today()], districtIds: reviewed };
  return withKeptFacts<Facts, Services>(actor.scope, reading, {
    read: async (tx, districtIds) => {
      // A hundred thousand months of villages are sorted; in memory that takes half the time.
      await tx.execute(sql`select set_config('work_mem', '48MB', true)`);
      const [row] = await tx.execute<Facts>(
        servicesStatement({
          ...{ indicator, within, end, year: shownYear, day: today(), reach: REACH },
          districtIds: districtIds ?? reviewed,
        }),
      );
      return row as Facts;
    },
    renew: withDistrictsRenewed,
    answer: (facts) => {
      if (within !== null && facts.within === null) throw new AppError("not_found");
      return shown(facts, { end, year: shownYear });
    },
  });
}

function shown({ byDistrict, ...common }: Facts, { end, year }: Pick<Services, "end" | "year">): Services {
  const { indicator } = common;
  const counted = byDistrict.flatMap((one) => one.counted);
  const compared = byDistrict.flatMap((one) => one.compared);
  const villages = Map.groupBy(
    byDistrict.flatMap((one) => one.years),
    ([one]) => one,
  );
  const aligned = (connect: boolean, of: ShownIndicator) =>
    alignedGroup(connect, { counted, compared }, { indicator: of, end });
  return {
    ...{ ...common, end, year },
    years: [...villages]
      .map(([one, list]) => [one, list.reduce((sum, [, n]) => sum + n, 0)] as const)
      .sort(([a], [b]) => b - a),
    told: indicator && {
      connect: aligned(true, indicator),
      others: aligned(false, indicator),
      uptake: uptakeOf(compared, indicator),
    },
  };
}
