import { cleanLaoName } from "@/db/places/lao-name";
import { placeId } from "@/db/places/place-id";
import { cellOf, type ImportField, type Mapping } from "./columns";
import { type PlannedRow, planned, plannedOr, RowProblem, refuseRepeats } from "./planned-row";
import { pointOf } from "./point";
import { type Bounded, placePoint } from "./point-in-polygon";
import type { TableRow } from "./table";

export const settlementFields: readonly ImportField[] = ["geonames", "nameEn", "nameLo", "lat", "lng"];

/** Named points placed by the imported district boundaries; what lies in none, or on an edge, is kept and reported. */
export function planSettlements(
  rows: readonly TableRow[],
  mapping: Mapping,
  { districts, known }: { districts: readonly Bounded[]; known: ReadonlySet<string> },
): PlannedRow[] {
  const plans = rows.map(({ rowNo, cells }) =>
    plannedOr(rowNo, () => {
      const point = pointOf(cells, mapping);
      if (!point) throw new RowProblem("point_half", mapping.lat ?? "lat", "");
      const cell = (field: ImportField) => cellOf(cells, mapping, field);
      const [geonamesId, nameEn, nameLo] = [
        cell("geonames") || null,
        cell("nameEn"),
        cleanLaoName(cell("nameLo")),
      ];
      if (nameEn === "" && nameLo === "")
        throw new RowProblem("name_missing", mapping.nameEn ?? "name_en", "");
      const placed = placePoint([point.lng, point.lat], districts);
      const districtId = "district" in placed ? placed.district : null;
      const subject = placeId(`settlement:${geonamesId ?? `${nameEn}:${point.lat}:${point.lng}`}`);
      const problem = "border" in placed ? "on_border" : "outside" in placed ? "outside_districts" : null;
      return planned({
        rowNo,
        outcome: known.has(subject) ? "same" : "create",
        column: problem ? (mapping.lat ?? "lat") : null,
        errorCode: problem,
        value: `${nameEn || nameLo} ${point.lat} ${point.lng}`,
        subject,
        next: { geonamesId, nameEn, nameLo, ...point, districtId, onBorder: problem !== null },
      });
    }),
  );
  return refuseRepeats(plans, (row) => row.subject);
}
