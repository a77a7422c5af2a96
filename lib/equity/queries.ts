import "server-only";
import { withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { addMonths, lastFullMonth } from "@/lib/indicators/months";
import type { ShownIndicator } from "@/lib/indicators/view";
import { reviewedPlaces } from "@/lib/rollout/whose";
import { type CameLine, cameLines, sumCame, sumLiving } from "./attendance";
import {
  type DistrictFacts,
  type EquityAsked,
  type EquityFacts,
  equityFacts,
  type Group,
  type Place,
} from "./facts";
import {
  type EquityLine,
  type EquityVillage,
  equityLines,
  type LeftOut,
  leftOut,
  reachOf,
  type Share,
  widestGap,
} from "./rules";

export type Equity = Readonly<{
  end: number;
  /** Null while the programme counts nothing. */
  indicator: ShownIndicator | null;
  indicators: readonly ShownIndicator[];
  /** The province or district looked into; null is all that the reader reviews. */
  within: Place | null;
  provinces: readonly Place[];
  districts: readonly Place[];
  groups: readonly Group[];
  all: Share;
  lines: readonly EquityLine[];
  gap: readonly [EquityLine, EquityLine] | null;
  came: readonly CameLine[];
  leftOut: readonly LeftOut[];
  /** Villages not reached, by name, when one district is looked into. */
  open: readonly (Place & Pick<EquityVillage, "parts">)[];
}>;

/** Who is reached and who is not, over every village of the places a reader reviews. One statement. */
export async function equityOf(actor: Actor, asked: EquityAsked): Promise<Equity> {
  requireCan(actor, "rollout.read");
  const districtIds = reviewedPlaces(actor);
  const reading = { name: "equityOf", of: [asked.indicator, asked.within, today()], districtIds };
  const end = lastFullMonth(today());
  return withKeptFacts<EquityFacts, Equity>(actor.scope, reading, {
    read: (tx, only) =>
      equityFacts(tx, { ...asked, districtIds: only ?? districtIds, end, since: addMonths(end, -11) }),
    // What the nation has in common is not written where only districts were.
    renew: (kept, fresh) => {
      const now = new Map(fresh.byDistrict.map((one) => [one.districtId, one]));
      return { ...kept, byDistrict: kept.byDistrict.map((one) => now.get(one.districtId) ?? one) };
    },
    answer: (facts) => {
      if (asked.within !== null && facts.within === null) throw new AppError("not_found");
      return shown(facts, end);
    },
  });
}

function shown({ byDistrict, ...common }: EquityFacts, end: number): Equity {
  const { indicator, groups } = common;
  const all = <T>(of: (facts: DistrictFacts) => readonly T[]) => byDistrict.flatMap(of);
  const villages = all((facts) => facts.villages);
  const lines = equityLines(villages, indicator);
  const living = sumLiving(byDistrict.map((facts) => facts.living));
  return {
    ...{ ...common, end, lines },
    all: reachOf(villages),
    gap: widestGap(lines),
    came: cameLines(sumCame(all((facts) => facts.came)), living, groups),
    leftOut: leftOut(villages),
    open: common.districts.length === 1 ? all((facts) => facts.open) : [],
  };
}
