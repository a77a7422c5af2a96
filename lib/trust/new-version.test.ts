import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { NewVersion, nextVersion } from "./new-version";
import type { Instrument } from "./schema";

const before: Instrument = {
  series: "lao-8",
  version: 1,
  nameLo: "ກ",
  nameEn: "a",
  scale: "agree3",
  wording: "working",
  consent: { lo: "ຍິນດີບໍ່?", en: "Willing?", khmu: "k" },
  labels: [{ value: 1, text: { lo: "ແມ່ນ", en: "yes" } }],
  items: ["fairness", "integrity"].map((code) => ({
    code,
    dimension: code,
    text: { lo: `${code} ກ`, en: code, khmu: `${code} k` },
  })),
};
const typed = (over: Record<string, string> = {}) =>
  NewVersion.parse({
    changeId: randomUUID(),
    subject: randomUUID(),
    from: randomUUID(),
    nameLo: "ກ",
    nameEn: "a",
    wording: "official",
    consentLo: "ຍິນດີບໍ່?",
    consentEn: "Willing?",
    "lo.0": "fairness ກ",
    "en.0": "fairness",
    "lo.1": "ໃໝ່",
    "en.1": "new",
    "lo.label.1": "ແມ່ນແລ້ວ",
    "en.label.1": "yes indeed",
    ...over,
  });
const made = (over?: Record<string, string>) => {
  const answer = nextVersion(typed(over), { before, version: 2 });
  if ("fault" in answer) throw new Error(answer.fault);
  return answer.fields;
};

describe("the next version of an instrument", () => {
  test("keeps codes and dimensions in place, and other languages while the Lao words stay", () => {
    expect(made()).toMatchObject({ series: "lao-8", version: 2, scale: "agree3", wording: "official" });
    expect(made().items).toEqual([
      {
        code: "fairness",
        dimension: "fairness",
        text: { lo: "fairness ກ", en: "fairness", khmu: "fairness k" },
      },
      { code: "integrity", dimension: "integrity", text: { lo: "ໃໝ່", en: "new" } },
    ]);
    expect(made().consent).toEqual(before.consent);
    expect(made().labels).toEqual([{ value: 1, text: { lo: "ແມ່ນແລ້ວ", en: "yes indeed" } }]);
  });

  test("takes words of a further language, a further item, and leaves an emptied one out", () => {
    const { items } = made({
      language: "hmong",
      "more.0": "h",
      "lo.0": "ກ",
      "lo.1": "",
      "en.1": "",
      "lo.2": "ຂ",
      "en.2": "b",
    });
    expect(items).toEqual([
      { code: "fairness", dimension: "fairness", text: { lo: "ກ", en: "fairness", hmong: "h" } },
      { code: "item_3", dimension: "item_3", text: { lo: "ຂ", en: "b" } },
    ]);
  });

  test("names the item that is there in one language only", () => {
    expect(nextVersion(typed({ "en.1": "" }), { before, version: 2 })).toEqual({ fault: "en.1" });
    const none = { "lo.0": "", "en.0": "", "lo.1": "", "en.1": "" };
    expect(nextVersion(typed(none), { before, version: 2 })).toEqual({ fault: "lo.0" });
  });
});
