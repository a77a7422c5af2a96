import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { KnownInstrument } from "@/lib/sync/known";
import { listOf } from "@/lib/villages/sql";
import { type NewestRound, type TrustGroups, trustGroups } from "./trust-groups";

export type EquityTrust = TrustGroups & Readonly<{ instrument: KnownInstrument }>;
type Found = Readonly<{ rounds: readonly NewestRound[]; instruments: readonly KnownInstrument[] }>;

/** Trust by sex, age and people in the newest round of each village of an area. One statement. */
export async function equityTrustOf(actor: Actor, within: string | null): Promise<readonly EquityTrust[]> {
  requireCan(actor, "rollout.read");
  if (!can(actor, "trust.summary")) return [];
  const districtIds = reviewedPlaces(actor);
  const reading = { name: "equityTrustOf", of: [within, today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const [row] = await tx.execute<Found>(sql`
      with ${districtsWithin(districtIds, within)}
      select trust_groups(array(select id from asked_districts)) as rounds,
        ${listOf(sql`select i.id, i.series, i.version, i.scale, i.wording, i.name_lo as "nameLo", i.name_en as "nameEn", i.items
          from instruments i order by i.series, i.version desc`)} as instruments`);
    const { rounds, instruments } = row as Found;
    const byInstrument = Map.groupBy(rounds, ({ instrumentId }) => instrumentId);
    return instruments.flatMap((instrument) => {
      const found = trustGroups(byInstrument.get(instrument.id) ?? []);
      return found ? [{ ...found, instrument }] : [];
    });
  });
}
