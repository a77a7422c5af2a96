import type { Reach } from "./queries";

/** One cell: quoted when it must be; a leading = + - @ is never left for a spreadsheet to run (CWE-1236). */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

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
