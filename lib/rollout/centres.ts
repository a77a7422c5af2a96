import { isBehind, type Standing } from "@/lib/counts/stages";
import type { PlannedVillage } from "./village-queries";

/** The planned villages that one health centre serves, and how far its own module is; without a centre those of nobody's catchment. */
export type Centre<V = PlannedVillage> = Readonly<{
  centre: PlannedVillage["centre"];
  villages: readonly V[];
  /** When its module was held, and the earliest day on which a village of it needs it. */
  hc: Standing;
}>;

const earliest = (days: readonly (string | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null;

/** Centres whose module is overdue first, then by name; villages of no catchment last. Villages keep their order. */
export function byCentre<V extends Pick<PlannedVillage, "centre" | "stages">>(
  villages: readonly V[],
  on: string,
): Centre<V>[] {
  const groups = [...Map.groupBy(villages, ({ centre }) => centre?.id ?? "").values()];
  const centres = groups.map(
    (own): Centre<V> => ({
      centre: own[0]?.centre ?? null,
      villages: own,
      hc: {
        on: earliest(own.map(({ stages }) => stages.hc.on)),
        due: earliest(own.map(({ stages }) => stages.hc.due)),
      },
    }),
  );
  const place = ({ centre, hc }: Centre<V>) => (centre === null ? 2 : isBehind(hc, on) ? 0 : 1);
  return centres.sort(
    (a, b) => place(a) - place(b) || (a.centre?.nameLo ?? "").localeCompare(b.centre?.nameLo ?? ""),
  );
}
