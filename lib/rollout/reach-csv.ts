import { csv } from "@/lib/csv";
import type { Reach } from "./reach";

/** What the rollout page shows, with its date, for a spreadsheet. */
export function reachCsv(reach: Reach, on: string): string {
  return csv([
    [
      "until",
      "province_code",
      "province_lo",
      "province_en",
      "villages",
      "districts",
      "districts_in_all",
      "workshops",
      "module_1",
      "module_2",
      "module_3",
      "module_other",
      "first",
      "last",
    ],
    ...reach.provinces.map((row) => [
      on,
      row.code,
      row.nameLo,
      row.nameEn,
      row.villages,
      row.districts,
      row.districtsInAll,
      row.workshops,
      row.byModule["1"] ?? 0,
      row.byModule["2"] ?? 0,
      row.byModule["3"] ?? 0,
      row.byModule.custom ?? 0,
      row.firstOn,
      row.lastOn,
    ]),
  ]);
}
