import { expect, test } from "vitest";
import { cleanLaoName, laoKey } from "./lao-name";
import { latinKey, letterKey, soundKey } from "./sound-key";

test.each([
  ["ຫົວພັນ", ["Huaphanh", "Houaphan", "Houaphanh", "Huaphan"]],
  ["ຊຽງຂວາງ", ["Xieng Khouang", "Xiang Khuang", "Xiangkhoang", "Siengkhouang"]],
  ["ໄຊຍະບູລີ", ["Xayabouly", "Xayabury", "Xaignabouli", "Sainyabuli", "Sayaboury"]],
  ["ບໍລິຄຳໄຊ", ["Bolikhamxay", "Borikhamsai", "Bolikhamxai"]],
  ["ສະຫວັນນະເຂດ", ["Savannakhet", "Sawannakhet"]],
  ["ຫຼວງພະບາງ", ["Luang Prabang", "Louangphabang"]],
  ["ຍົມມະລາດ", ["Nhommalath", "Gnommalat", "Yommarath"]],
  ["ທ່າແຂກ", ["Thakhek", "Thakhèk", "Tha Khaek"]],
  ["ໄກສອນ ພົມວິຫານ", ["Kaysone Phomvihane", "Kaisone Phomvihan"]],
])("%s sounds like each of its romanisations", (lao, romanisations) => {
  for (const name of romanisations) expect(soundKey(name), name).toBe(soundKey(lao));
});

test.each([
  ["ບໍລິຄໍາໄຊ", "ບໍລິຄຳໄຊ"],
  ["ນໍ້າທາ", "ນ້ຳທາ"],
  ["ນ້ໍາທາ", "ນ້ຳທາ"],
  ["ນຳ້ທາ", "ນ້ຳທາ"],
  ["ບໍ່ແກ້ວ", "ບໍ່ແກ້ວ"],
  ["ຫນອງຫມາ", "ໜອງໝາ"],
  ["ຫລວງ", "ຫຼວງ"],
  ["  ປາກ\u200bຊັນ\u200d ", "ປາກຊັນ"],
  ["ເເຂວງ", "ແຂວງ"],
  ["ນາ  ແລ", "ນາ ແລ"],
])("%s is stored as %s", (typed, stored) => {
  expect(cleanLaoName(typed)).toBe(stored);
  expect(cleanLaoName(stored)).toBe(stored);
});

test("the Lao key drops tones, kind words and spaces, never letters", () => {
  expect(laoKey("ບ້ານ ນ້ຳທາ")).toBe(laoKey("ນຳທາ"));
  expect(laoKey("ບ້ານ")).toBe(laoKey("ບານ"));
  expect(laoKey("ນາ")).not.toBe(laoKey("ນາມ"));
  expect(letterKey("ພູຄູນ")).not.toBe(letterKey("ພູມູນ"));
});

test("Latin keys drop accents, kind words and spaces", () => {
  expect(latinKey("Muang Phôn-Hông")).toBe("phonhong");
  expect(latinKey("Ban")).toBe("ban");
});
