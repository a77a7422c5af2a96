import "server-only";
import { sql } from "drizzle-orm";
import { withKeptReading } from "@/db/kept-readings";
import type { Actor } from "@/lib/access/actor";
import { can, requireCan } from "@/lib/access/can";
import { today } from "@/lib/clock";
import { districtsWithin } from "@/lib/counts/held-sql";
import { reviewedPlaces } from "@/lib/rollout/whose";
import type { KnownInstrument } from "@/lib/sync/known";
import { type ClusterCell, type SummaryResult, summaryOf } from "@/lib/trust/clusters";
import { listOf } from "@/lib/villages/sql";

export type TrustOf = SummaryResult & Readonly<{ instrument: KnownInstrument }>;
type Found = Readonly<{ clusters: readonly ClusterCell[]; instruments: readonly KnownInstrument[] }>;

/** Trust over the villages of an area, round by round and by how people met CONNECT: what `trustSummary` says. One statement. */
export async function trustOf(actor: Actor, within: string | null): Promise<readonly TrustOf[]> {
  requireCan(actor, "rollout.read");
  if (!can(actor, "trust.summary")) return [];
  const districtIds = reviewedPlaces(actor);
  const reading = { name: "trustOf", of: [within, today()], districtIds };
  return withKeptReading(actor.scope, reading, async (tx) => {
    const [row] = await tx.execute<Found>(sql`
      with ${districtsWithin(districtIds, within)}
      select trust_clusters(array(select id from asked_districts)) as clusters,
        ${listOf(sql`select i.id, i.series, i.version, i.scale, i.wording, i.name_lo as "nameLo", i.name_en as "nameEn", i.items
          from instruments i order by i.series, i.version desc`)} as instruments`);
    const { clusters, instruments } = row as Found;
    const byInstrument = Map.groupBy(clusters, ({ instrumentId }) => instrumentId);
    return instruments.flatMap((instrument) => {
      const found = summaryOf(byInstrument.get(instrument.id) ?? []);
      return found ? [{ ...found, instrument }] : [];
    });
  });
}
