import { expect, test } from "vitest";
import { lineOf, type NewChecklistVersion, nextChecklist } from "./new-version";
import type { Checklist } from "./schema";

const words = (text: string) => ({ lo: text, en: text });
const before: Checklist = {
  tool: "osce",
  series: "osce",
  version: 1,
  nameLo: "ລາຍການ",
  nameEn: "List",
  wording: "working",
  passPercent: 80,
  sections: [
    { code: "birth", text: words("Birth") },
    { code: "care", text: words("Care") },
  ],
  items: [
    { code: "head", section: "birth", text: words("Head"), critical: true, advice: words("Again") },
    { code: "dry", section: "care", text: words("Dry"), critical: false },
  ],
};
const form = (birth: string, care: string) =>
  ({
    nameLo: "ລາຍການ",
    nameEn: "List",
    wording: "official",
    source: "Ministry",
    passPercent: 85,
    "items.birth": birth,
    "items.care": care,
  }) as unknown as NewChecklistVersion;
const next = (birth: string, care = "") => nextChecklist(form(birth, care), { before, version: 2 });

test("a line says code, both languages and whether it is critical", () => {
  expect(before.items.map(lineOf)).toEqual(["head | Head | Head | !", "dry | Dry | Dry"]);
});

test("a code that stays keeps its advice under other words; an empty one is new; the pass mark is the version's", () => {
  const made = next("head | ຫົວ | The head, slowly | !\n | ຄໍ | The neck", "dry|ເຊັດ|Dries");
  expect(made).toMatchObject({
    fields: {
      version: 2,
      wording: "official",
      passPercent: 85,
      items: [
        {
          code: "head",
          section: "birth",
          text: { en: "The head, slowly" },
          critical: true,
          advice: { en: "Again" },
        },
        { code: "birth_v2_2", section: "birth", critical: false },
        { code: "dry", section: "care", critical: false },
      ],
    },
  });
});

test.each([
  ["only one language", "head | ຫົວ", "items.birth"],
  ["a word too many", "head | ຫົວ | Head | more", "items.birth"],
  ["a code that is none", "The Head | ຫົວ | Head", "items.birth"],
  ["one code twice", "head | ຫົວ | Head\nhead | ຄໍ | Neck", "items.birth"],
  ["nothing at all", "", "items.birth"],
])("%s is refused", (_, typed, fault) => {
  expect(next(typed)).toEqual({ fault });
});
