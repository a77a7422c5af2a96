import { describe, expect, test } from "vitest";
import { paperHeadings, readPaper } from "./paper-rows";

const items = ["a", "b"].map((code) => ({ code, dimension: code, text: { lo: `${code} ກ`, en: code } }));
const instrument = {
  scale: "agree3" as const,
  items,
  labels: [
    { value: 1, text: { lo: "ເຫັນດີ", en: "I agree" } },
    { value: 99, text: { lo: "ບໍ່ຮູ້", en: "I do not know" } },
  ],
};
const known = {
  instrument,
  exposureGroups: ["participant"],
  groups: [{ id: "khmu", nameLo: "ກຶມມຸ", nameEn: "Khmu" }],
};
const sheet = (...people: (string | number | null)[][]) =>
  [paperHeadings(instrument, "lo"), ...people].map((cells, at) => ({ row: at + 1, cells }));

describe("a paper round", () => {
  test("is read in words of both languages, in numbers, and with gaps", () => {
    const rows = sheet(
      ["participant", "female", "25to49", "ກຶມມຸ", "ເຫັນດີ", -1],
      [null, "Male", null, "Khmu", "I do not know", ""],
      [null, null, null, null, null, null],
      ["", "", "", "", "໐", 99],
    );
    expect(readPaper(rows, known)).toEqual({
      errors: [],
      answers: [
        { exposure: "participant", sex: "female", ageBand: "25to49", ethnicGroupId: "khmu", values: [1, -1] },
        { exposure: null, sex: "male", ageBand: null, ethnicGroupId: "khmu", values: [99, 98] },
        { exposure: null, sex: null, ageBand: null, ethnicGroupId: null, values: [0, 99] },
      ],
    });
  });

  test("names the row, the column and the value of every mistake, and leaves the row out", () => {
    const rows = sheet(
      ["somebody", "female", "", "", 1, 1],
      ["unexposed", "", "", "", 4, "yes"],
      ["", "", "", "", 1, 0],
    );
    const read = readPaper(rows, known);
    expect(read).toMatchObject({
      answers: [{ values: [1, 0] }],
      errors: [
        { row: 2, value: "somebody", reason: "word" },
        { row: 3, value: "unexposed", reason: "exposure_unknown" },
        { row: 3, heading: "1. a ກ", value: "4", reason: "answer" },
        { row: 3, heading: "2. b ກ", value: "yes", reason: "answer" },
      ],
    });
  });

  test("of another questionnaire, or without people, is refused whole", () => {
    const other = {
      ...instrument,
      items: [...items, { code: "c", dimension: "c", text: { lo: "ຄ", en: "c" } }],
    };
    expect(readPaper(sheet(["", "", "", "", 1, 1]), { ...known, instrument: other })).toEqual({
      refused: "columns",
    });
    expect(readPaper(sheet(), known)).toEqual({ refused: "empty" });
    expect(readPaper([], known)).toEqual({ refused: "columns" });
  });
});
