import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daysBetween,
  formatBytes,
  formatCountOf,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatKip,
  formatList,
  formatNumber,
  formatPercent,
  formatRange,
  formatTime,
  relativeDays,
} from "./format";
import { parseNumberTyped } from "./typed-number";

describe("dates", () => {
  test.each([
    ["long", "21 ພະຈິກ 2026", "21 November 2026"],
    ["short", "21/11/2026", "21/11/2026"],
    ["month", "ພະຈິກ 2026", "November 2026"],
    ["dayMonth", "21 ພະຈິກ", "21 November"],
    ["weekday", "ວັນເສົາ 21 ພະຈິກ", "Saturday 21 November"],
  ] as const)("21 November 2026, %s", (style, lo, en) => {
    expect(formatDate("2026-11-21", "lo", style)).toBe(lo);
    expect(formatDate("2026-11-21", "en", style)).toBe(en);
  });

  test("a day and month without leading zeros; a month alone", () => {
    expect(formatDate("2025-03-07", "lo", "short")).toBe("7/3/2025");
    expect(formatDate("2025-03-07", "lo")).toBe("7 ມີນາ 2025");
    expect(formatDate("2024-06", "lo", "month")).toBe("ມິຖຸນາ 2024");
  });

  test.each(["2026-02-30", "2026-13-01", "21/11/2026", "", "2026-11-21T00:00:00Z"])("refuses %j", (text) => {
    expect(() => formatDate(text, "lo")).toThrow(RangeError);
  });

  test.each([
    ["2026-11-20", "2026-11-21", "20–21 November 2026"],
    ["2026-11-30", "2026-12-01", "30 November – 1 December 2026"],
    ["2025-12-31", "2026-01-01", "31 December 2025 – 1 January 2026"],
    ["2026-11-20", "2026-11-20", "20 November 2026"],
  ])("%s to %s", (from, to, text) => {
    expect(formatDateRange(from, to, "en")).toBe(text);
  });

  test("an instant is shown in Vientiane, whatever the zone of the machine", () => {
    expect(formatTime("2026-11-21T07:05:00Z")).toBe("14:05");
    expect(formatDateTime("2026-12-31T17:30:00Z", "lo")).toBe("1 ມັງກອນ 2027, 00:30");
    expect(formatDateTime(new Date("2026-11-21T07:05:00Z"), "en", "short")).toBe("21/11/2026, 14:05");
  });

  test.each([
    ["2026-11-21", "ມື້ນີ້", "today"],
    ["2026-11-20", "ມື້ວານນີ້", "yesterday"],
    ["2026-11-22", "ມື້ອື່ນ", "tomorrow"],
    ["2026-11-18", "3 ມື້ກ່ອນ", "3 days ago"],
    ["2026-11-24", "ໃນອີກ 3 ມື້", "in 3 days"],
    ["2023-01-01", "1.420 ມື້ກ່ອນ", "1,420 days ago"],
  ])("%s seen from 21 November 2026", (iso, lo, en) => {
    expect(relativeDays(iso, "2026-11-21", "lo")).toBe(lo);
    expect(relativeDays(iso, "2026-11-21", "en")).toBe(en);
  });

  test("days between are signed and count leap days", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
  });
});

describe("numbers", () => {
  test.each([
    [1234.5, "1.234,5", "1,234.5"],
    [1234567.891, "1.234.567,891", "1,234,567.891"],
    [0, "0", "0"],
    [-8, "−8", "−8"],
    [-0.0001, "0", "0"],
    [999.9996, "1.000", "1,000"],
    [1.005, "1,005", "1.005"],
    [Number.NaN, "–", "–"],
  ])("%d", (value, lo, en) => {
    expect(formatNumber(value, "lo")).toBe(lo);
    expect(formatNumber(value, "en")).toBe(en);
  });

  test("decimals are kept or filled as told, halves away from zero", () => {
    expect(formatNumber(5, "lo", { minDecimals: 1 })).toBe("5,0");
    expect(formatNumber(1.005, "en", { maxDecimals: 2 })).toBe("1.01");
    expect(formatNumber(-2.5, "en", { maxDecimals: 0 })).toBe("−3");
  });

  test("percent, kip, k of n, ranges, sizes", () => {
    expect(formatPercent(0.649, "lo", 1)).toBe("64,9%");
    expect(formatPercent(0.649, "en")).toBe("65%");
    expect(formatPercent(0.57, "en")).toBe("57%");
    expect(formatPercent(0.285, "en")).toBe("29%");
    expect(formatPercent(0.0000001, "en", 1)).toBe("0.0%");
    expect(formatPercent(Number.NaN, "en")).toBe("–");
    expect(formatKip(1_250_000, "lo")).toBe("1.250.000 ກີບ");
    expect(formatKip(1_250_000, "en")).toBe("1,250,000 kip");
    expect(formatCountOf({ k: 12, n: 1000, noun: "ຄົນ" }, "lo")).toBe("12 ໃນ 1.000 ຄົນ");
    expect(formatCountOf({ k: 12, n: 20 }, "en")).toBe("12 of 20");
    expect(formatRange({ low: 0.39, high: 0.78, unit: "percent" }, "lo")).toBe("39–78%");
    expect(formatRange({ low: 4.7, high: 6.1, decimals: 1 }, "lo")).toBe("4,7–6,1");
    expect(formatRange({ low: -8, high: 8 }, "en")).toBe("−8 to 8");
    expect(formatBytes(2_100_000, "lo")).toBe("2,1 MB");
    expect(formatList(["A", "B", "C"], "lo")).toBe("A, B ແລະ C");
    expect(formatList(["A", "B"], "en", "or")).toBe("A or B");
  });

  test("what is shown can be typed back", () => {
    const value = fc.integer({ min: -999_999_999, max: 999_999_999 });
    fc.assert(
      fc.property(value, fc.constantFrom("lo" as const, "en" as const), (number, locale) => {
        expect(parseNumberTyped(formatNumber(number, locale))).toBe(number);
        expect(parseNumberTyped(formatNumber(number / 100, locale), "decimal")).toBeDefined();
      }),
    );
  });
});
