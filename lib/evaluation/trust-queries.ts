import "server-only";
import { sql } from "drizzle-orm";
import { withDistrictsRenewed, withKeptFacts } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { KnownInstrument } from "@/lib/sync/known";
import { type ClusterCell, type SummaryResult, summaryOf } from "@/lib/trust/clusters";
import { instrumentRows } from "@/lib/trust/sql";
import { listOf } from "@/lib/villages/sql";

export type TrustOf = SummaryResult & Readonly<{ instrument: KnownInstrument }>;
type Facts = Readonly<{
  instruments: readonly KnownInstrument[];
  byDistrict: readonly Readonly<{ districtId: string; clusters: readonly ClusterCell[] }>[];
}>;

/** Trust over the villages of an area, round by round and by how people met CONNECT: what `trustSummary` says. One statement. */
export async function trustOf(actor: Actor, within: string | null): Promise<readonly TrustOf[]> {
  requireCan(actor, "rollout.read");
  if (!can(actor, "trust.summary")) return [];
  const reviewed = reviewedPlaces(actor);
  const reading = { name: "trustOf", of: [within, today()], districtIds: reviewed };
  return withKeptFacts<Facts, readonly TrustOf[]>(actor.scope, reading, {
    read: async (tx, districtIds) => {
      const [row] = await tx.execute<Facts>(sql`
        with ${districtsWithin(districtIds ?? reviewed, within)}
        select ${listOf(instrumentRows)} as instruments,
          (select coalesce(json_agg(json_build_object('districtId', d.id, 'clusters', trust_clusters(array[d.id])) order by d.code), '[]')
            from asked_districts d) as "byDistrict"`);
      return row as Facts;
    },
    renew: withDistrictsRenewed,
    answer: ({ instruments, byDistrict }) => {
      // Villages are numbered by chance, in each district for itself.
      const cells = byDistrict.flatMap(({ clusters }, at) =>
        clusters.map((cell) => ({ ...cell, village: `${at} ${cell.village}` })),
      );
      const byInstrument = Map.groupBy(cells, ({ instrumentId }) => instrumentId);
      return instruments.flatMap((instrument) => {
        const found = summaryOf(byInstrument.get(instrument.id) ?? []);
        return found ? [{ ...found, instrument }] : [];
      });
    },
  });
}
