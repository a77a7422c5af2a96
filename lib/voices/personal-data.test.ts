import { describe, expect, it } from "vitest";
import { personalData } from "./personal-data";

describe("personalData", () => {
  it.each([
    ["ໂທ 020 5555 1234", "telephone"],
    ["ໂທຫາຂ້ອຍ ໐໒໐໕໕໕໕໑໒໓໔", "telephone"],
    ["+856-20-5555-1234", "telephone"],
    ["(021) 212.345 6", "telephone"],
    ["2055551234", "telephone"],
    ["๐๒๐๕๕๕๕๑๒๓๔", "telephone"],
    ["name@example.org", "address"],
    ["https://wa.me/x", "address"],
    ["ນ້ຳບໍ່ໄຫຼແຕ່ວັນທີ 12.11.2026", null],
    ["2026-11-12", null],
    ["ໃຊ້ໄປ 1.250.000 ກີບ", null],
    ["12,500,000", null],
    ["ຖັງນ້ຳ 3 ໜ່ວຍ ແຕກ 2", null],
    ["", null],
  ])("%s: %s", (text, found) => {
    expect(personalData(text)).toBe(found);
  });
});
