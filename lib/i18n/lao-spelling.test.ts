import { expect, test } from "vitest";
import { laoSpellingFaults } from "./lao-spelling";

test.each(["ກຳ", "ນ້ຳ", "ບໍ່", "ໜ້າ", "ໝໍ", "ຫຼາຍ", "ແຂວງ", "ອື່ນໆ", "12 ຄົນ"])(
  "%s is spelt as the product spells",
  (word) => {
    expect(laoSpellingFaults(word)).toEqual([]);
  },
);

test.each([
  ["ສຸກ\u200Bສາລາ"],
  ["ກ\u0ECDາ"],
  ["ນ\u0ECD\u0EC9າ"],
  ["ບ\u0EC8\u0ECD"],
  ["ຫນ້າ"],
  ["ຫມໍ"],
  ["ຫລາຍ"],
  ["ເເຂວງ"],
  ["໒໐໒໖"],
  ["ອື່ນ ໆ"],
])("%s is not", (word) => {
  expect(laoSpellingFaults(word)).toHaveLength(1);
});
