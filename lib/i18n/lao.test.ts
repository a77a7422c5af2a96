import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanTyped, compareLao, foldLao, graphemes, searchKey, segmentWords, truncate } from "./lao";

const laoText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x0e81, max: 0x0edf }).map((code) => String.fromCharCode(code)),
    fc.constantFrom(" ", "\u200b", "a", "B", "é", "ບ້ານ", "ເມືອງ", "ຫຼ", ".", "-", "ban "),
  ),
});

describe("folding", () => {
  test.each([
    ["ຄຳ", "ຄໍາ"],
    ["ໜອງ", "ຫນອງ"],
    ["ໝໍ", "ຫມໍ"],
    ["ຫຼວງ", "ຫລວງ"],
    ["ນ້ຳ", "ນ້ໍາ"],
    ["ນ້ຳ", "ນໍ້າ"],
    ["ບໍ່", "ບ່ໍ"],
    ["ຄໍ້າ", "ຄ້ໍາ"],
    ["ທີ່", "ທ່ີ"],
    ["ແກ້ວ", "ເເກ້ວ"],
    ["ສຸກ\u200Bສາລາ", "ສຸກສາລາ"],
    ["ບ້ານ ໑໒", "ບ້ານ 12"],
    ["Viengxây", "viengxay"],
  ])("%s and %s are one word", (a, b) => {
    expect(foldLao(a)).toBe(foldLao(b));
  });

  test("keeps apart what differs in tone or vowel", () => {
    expect(foldLao("ໃໝ່")).not.toBe(foldLao("ໃໝ"));
    expect(foldLao("ກາ")).not.toBe(foldLao("ກຳ"));
  });

  test("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(laoText, (text) => {
        expect(foldLao(foldLao(text))).toBe(foldLao(text));
      }),
    );
    fc.assert(
      fc.property(laoText, (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
    fc.assert(
      fc.property(laoText, (text) => {
        expect(cleanTyped(cleanTyped(text))).toBe(cleanTyped(text));
      }),
    );
  });

  test("a key has no space and no invisible character", () => {
    fc.assert(
      fc.property(laoText, (text) => {
        expect(searchKey(text)).not.toMatch(/[\s\u200B-\u200D]/);
      }),
    );
  });
});

describe("search key", () => {
  test.each([
    ["ບ້ານນ້ຳທາ", "ນໍ້າທາ"],
    ["ບ. ນ້ຳທາ", "ນ້ຳທາ"],
    ["ບ້ານ ນ້ຳທາ", "ນ້ຳທາ"],
    ["ເມືອງປາກຊັນ", "ປາກຊັນ"],
    ["ມ.ປາກຊັນ", "ປາກຊັນ"],
    ["ແຂວງ ບໍລິຄຳໄຊ", "ບໍລິຄໍາໄຊ"],
    ["Ban Bor", "bor"],
    ["Luang-Namtha", "luang namtha"],
    ["Xieng Khouang", "XIENGKHOUANG"],
  ])("%s finds %s", (a, b) => {
    expect(searchKey(a)).toBe(searchKey(b));
  });

  test("the bare word for village stays a key", () => {
    expect(searchKey("ບ້ານ")).toBe("ບ້ານ");
    expect(searchKey("Ban")).toBe("ban");
  });
});

describe("order", () => {
  const dictionary = ["ກາ", "ເກດ", "ແກ້ວ", "ຂວາ", "ໂຂງ", "ຄຳ", "ງາມ", "ບໍ", "ບໍ່", "ໂພນ", "ມາ", "ເມືອງ"];

  test("follows the consonant, not the vowel written before it", () => {
    expect([...dictionary].reverse().sort(compareLao)).toEqual(dictionary);
    expect([...dictionary].reverse().sort()).not.toEqual(dictionary);
  });

  test("agrees with the Lao collation of Node on the same words", () => {
    const collator = new Intl.Collator("lo");
    expect([...dictionary].sort(compareLao)).toEqual([...dictionary].sort(collator.compare));
  });

  test("is a total order", () => {
    fc.assert(
      fc.property(laoText, laoText, laoText, (a, b, c) => {
        expect(Math.sign(compareLao(a, b))).toBe(-Math.sign(compareLao(b, a)) || 0);
        if (compareLao(a, b) <= 0 && compareLao(b, c) <= 0) expect(compareLao(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("cutting", () => {
  test("a consonant keeps its marks", () => {
    expect(graphemes("ນ້ຳ")).toEqual(["ນ້ຳ"]);
    expect(truncate("ບ້ານນ້ຳທາ", 4)).toBe("ບ້ານ…");
    expect(truncate("ບ້ານ", 3)).toBe("ບ້ານ");
  });

  test("words are found without spaces", () => {
    expect(segmentWords("ສຸກສາລາ ບໍລິຄຳໄຊ")).toEqual(["ສຸກສາລາ", "ບໍລິຄຳໄຊ"]);
  });

  test("nothing invisible is stored", () => {
    expect(cleanTyped("\u200B ບ້ານ\u200Bໃໝ່\uFEFF ")).toBe("ບ້ານໃໝ່");
  });
});
