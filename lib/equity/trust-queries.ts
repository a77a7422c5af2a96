import "server-only";
import { sql } from "drizzle-orm";
import { withDistrictsRenewed, withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { KnownInstrument } from "@/lib/sync/known";
import { instrumentRows } from "@/lib/trust/sql";
import { listOf } from "@/lib/villages/sql";
import { type NewestRound, type TrustGroups, trustGroups } from "./trust-groups";

export type EquityTrust = TrustGroups & Readonly<{ instrument: KnownInstrument }>;
type Facts = Readonly<{
  instruments: readonly KnownInstrument[];
  byDistrict: readonly Readonly<{ districtId: string; rounds: readonly NewestRound[] }>[];
}>;

/** Trust by sex, age and people in the newest round of each village of an area. One statement. */
export async function equityTrustOf(actor: Actor, within: string | null): Promise<readonly EquityTrust[]> {
  requireCan(actor, "rollout.read");
  if (!can(actor, "trust.summary")) return [];
  const reviewed = reviewedPlaces(actor);
  const reading = { name: "equityTrustOf", of: [within, today()], districtIds: reviewed };
  return withKeptFacts<Facts, readonly EquityTrust[]>(actor.scope, reading, {
    read: async (tx, districtIds) => {
      const [row] = await tx.execute<Facts>(sql`
        with ${districtsWithin(districtIds ?? reviewed, within)}
        select ${listOf(instrumentRows)} as instruments,
          (select coalesce(json_agg(json_build_object('districtId', d.id, 'rounds', trust_groups(array[d.id])) order by d.code), '[]')
            from asked_districts d) as "byDistrict"`);
      return row as Facts;
    },
    renew: withDistrictsRenewed,
    answer: ({ instruments, byDistrict }) => {
      // Villages are numbered by chance, in each district for itself.
      const all = byDistrict.flatMap(({ rounds }, at) =>
        rounds.map((round) => ({ ...round, village: `${at} ${round.village}` })),
      );
      const byInstrument = Map.groupBy(all, ({ instrumentId }) => instrumentId);
      return instruments.flatMap((instrument) => {
        const found = trustGroups(byInstrument.get(instrument.id) ?? []);
        return found ? [{ ...found, instrument }] : [];
      });
    },
  });
}
