import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatKip } from "@/lib/i18n/format";
import { type Cell, readDateCell, readKipCell, readTextCell, readWordCell } from "./spreadsheet-cells";
import { fundSourceWords, levelWords, officeWords, statusWords } from "./spreadsheet-words";

describe("readKipCell", () => {
  it.each([
    [18_500_000, 18_500_000],
    ["18.500.000 ກີບ", 18_500_000],
    ["18,500,000 kip", 18_500_000],
    ["18500000", 18_500_000],
    ["18 500 000", 18_500_000],
    ["₭2.400.000", 2_400_000],
    ["໒.໔໐໐.໐໐໐ ກີບ", 2_400_000],
    ["1,5 ລ້ານກີບ", 1_500_000],
    ["1.5 million kip", 1_500_000],
    ["2 ຕື້ກີບ", 2_000_000_000],
    ["500 ພັນກີບ", 500_000],
    ["1.250", 1250],
    ["1,250", 1250],
    ["0", 0],
    ["", null],
    [null, null],
    ["  ", null],
  ] as [Cell, number | null][])("%j → %j", (cell, value) => {
    expect(readKipCell(cell)).toEqual({ value });
  });

  it.each([
    ["1.250 ລ້ານ", "ambiguous_number"],
    ["1,5", "not_whole"],
    [0.5, "not_whole"],
    [-1, "out_of_range"],
    ["-5000", "out_of_range"],
    [1e13, "out_of_range"],
    ["ຟຣີ", "not_a_number"],
    ["1.2.3", "not_a_number"],
    [true, "not_a_number"],
    [new Date(), "not_a_number"],
    [Number.NaN, "not_a_number"],
  ] as [Cell, string][])("refuses %j: %s", (cell, reason) => {
    expect(readKipCell(cell)).toEqual({ reason });
  });

  it("reads what the formatter of either language writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000_000 }),
        fc.constantFrom("lo" as const, "en" as const),
        (kip, locale) => {
          expect(readKipCell(formatKip(kip, locale))).toEqual({ value: kip });
        },
      ),
    );
  });
});

describe("readDateCell", () => {
  it.each([
    [new Date(Date.UTC(2026, 10, 21)), "2026-11-21"],
    ["2026-11-21", "2026-11-21"],
    ["21/11/2026", "2026-11-21"],
    ["5.10.2026", "2026-10-05"],
    ["5-10-2026", "2026-10-05"],
    ["21 ພະຈິກ 2026", "2026-11-21"],
    ["ວັນທີ 7 ມີນາ 2025", "2025-03-07"],
    ["໗ ມີນາ ໒໐໒໕", "2025-03-07"],
    ["21 November 2026", "2026-11-21"],
    ["21 Nov 2026", "2026-11-21"],
    ["November 21, 2026", "2026-11-21"],
    ["29/2/2028", "2028-02-29"],
    [46_347, "2026-11-21"],
    ["", null],
    [null, null],
  ] as [Cell, string | null][])("%j → %j", (cell, value) => {
    expect(readDateCell(cell)).toEqual({ value });
  });

  it.each([
    ["11/21/2026", "not_a_date"],
    ["29/2/2026", "not_a_date"],
    ["21/11/26", "not_a_date"],
    ["21/11/2569", "other_era"],
    ["21 ພະຈິກ 2569", "other_era"],
    ["21 xyz 2026", "not_a_date"],
    ["soon", "not_a_date"],
    [12, "not_a_date"],
    [46_347.5, "not_a_date"],
    [true, "not_a_date"],
    [new Date(Number.NaN), "not_a_date"],
  ] as [Cell, string][])("refuses %j: %s", (cell, reason) => {
    expect(readDateCell(cell)).toEqual({ reason });
  });

  it("reads what the formatter of either language writes", () => {
    const days = fc
      .integer({ min: 0, max: 30_000 })
      .map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        days,
        fc.constantFrom("lo" as const, "en" as const),
        fc.constantFrom("long" as const, "short" as const),
        (iso, locale, style) => {
          expect(readDateCell(formatDate(iso, locale, style))).toEqual({ value: iso });
        },
      ),
    );
  });
});

describe("readWordCell and readTextCell", () => {
  it.each(Object.entries({ levelWords, statusWords, fundSourceWords, officeWords }))(
    "%s: every name means one code, in both languages",
    (_, words) => {
      const table: Record<string, { lo: string; en: string }> = words;
      for (const [code, { lo, en }] of Object.entries(table)) {
        for (const text of [code, lo, en, ` ${en.toUpperCase()} `])
          expect(readWordCell(text, table)).toEqual({ value: code });
        expect(lo).not.toMatch(
          /\u200B|\u0ECD[\u0EC8-\u0ECB]?\u0EB2|\u0EAB[\u0E99\u0EA1\u0EA5]|\u0EC0\u0EC0|[\u0ED0-\u0ED9]/,
        );
      }
    },
  );

  it("forgives the other spelling of a Lao word and refuses a word that is none", () => {
    expect(readWordCell("ກຳລັງດຳເນີນການ".replace(/ຳ/g, "ໍາ"), statusWords)).toEqual({ value: "in_progress" });
    expect(readWordCell("maybe", statusWords)).toEqual({ reason: "unknown_word" });
    expect(readWordCell(null, statusWords)).toEqual({ value: null });
  });

  it("keeps text as typed, without invisible characters", () => {
    expect(readTextCell(" ນ້ຳ\u200Bສະອາດ\r\n2 ", 50)).toEqual({ value: "ນ້ຳສະອາດ\n2" });
    expect(readTextCell(7, 50)).toEqual({ value: "7" });
    expect(readTextCell("xxx", 2)).toEqual({ reason: "too_long" });
  });
});
