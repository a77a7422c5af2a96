import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { type Aligned, REACH } from "@/lib/comparison/aligned";
import { AppError } from "@/lib/errors";
import { lastFullMonth } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { EvaluationAsked } from "./asked";
import { alignedGroup, type Compared, type Counted, type Uptake, uptakeOf } from "./services";
import { servicesStatement } from "./services-sql";

export type Place = Readonly<{ id: string; code: string; nameLo: string; nameEn: string }>;
type Found = Readonly<{
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  within: Place | null;
  provinces: readonly Place[];
  years: readonly Readonly<{ year: number; villages: number }>[];
  year: number | null;
  counted: readonly Counted[];
  compared: readonly Compared[];
}>;

export type Services = Omit<Found, "counted" | "compared"> &
  Readonly<{
    end: number;
    connect: Aligned | null;
    others: Aligned | null;
    uptake: Uptake | null;
  }>;

/** The year after the workshops has to have so many months before a year is shown unasked. */
const MONTHS_FROM = 3;

/** One service before and after the workshops of one year, in the villages that held them and in those beside them. One statement. */
export function servicesOf(actor: Actor, asked: EvaluationAsked): Promise<Services> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  const { indicator, within, year } = asked;
  const reading = { name: "servicesOf", of: [indicator, within, year, today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const end = lastFullMonth(today());
    // A hundred thousand months of villages are sorted; in memory that takes half the time.
    await tx.execute(sql`select set_config('work_mem', '48MB', true)`);
    const [row] = await tx.execute<Found>(
      servicesStatement({
        ...asked,
        ...{ districtIds, end, day: today(), reach: REACH, least: MONTHS_FROM },
      }),
    );
    const found = row as Found;
    if (within !== null && found.within === null) throw new AppError("not_found");
    return shown(found, end);
  });
}

function shown({ counted, compared, ...found }: Found, end: number): Services {
  const { indicator, year } = found;
  const aligned = (connect: boolean) =>
    indicator && year !== null ? alignedGroup(connect, { counted, compared }, { indicator, end }) : null;
  return {
    ...found,
    end,
    connect: aligned(true),
    others: aligned(false),
    uptake: indicator && year !== null ? uptakeOf(compared, indicator) : null,
  };
}
