import { expect, it } from "vitest";
import { placeInList, villageName } from "./place-name";

it.each([
  [{ nameLo: "ນ້ຳໃສ", nameEn: "Namsai" }, "lo", "ບ້ານນ້ຳໃສ"],
  [{ nameLo: "ນ້ຳໃສ", nameEn: "Namsai" }, "en", "Ban Namsai"],
  [{ nameLo: "ນ້ຳໃສ", nameEn: "" }, "en", "Ban ນ້ຳໃສ"],
  [{ nameLo: "ບ້ານບໍ່", nameEn: "Ban Bor" }, "lo", "ບ້ານບໍ່"],
  [{ nameLo: "ບ້ານບໍ່", nameEn: "Ban Bor" }, "en", "Ban Bor"],
  [{ nameLo: "ບ້ານ", nameEn: "Bana" }, "lo", "ບ້ານບ້ານ"],
  [{ nameLo: "ບ້ານ", nameEn: "Bana" }, "en", "Ban Bana"],
])("%j in %s is %s", (village, locale, said) => {
  expect(villageName(village, locale)).toBe(said);
  expect(placeInList({ ...village, level: "village" }, locale)).toBe(said);
});

it("leaves districts and provinces by their names", () => {
  expect(placeInList({ level: "district", nameLo: "ປາກຊັນ", nameEn: "Pakxan" }, "en")).toBe("Pakxan");
});
