import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { icuArguments } from "./icu-arguments";
import { laoSpellingFaults } from "./lao-spelling";
import { parsed } from "./load";

type Tree = { [key: string]: string | Tree };
const folder = join(import.meta.dirname, "messages");
const files = (locale: string) => readdirSync(join(folder, locale)).sort();
const read = (locale: string, file: string): Tree =>
  JSON.parse(readFileSync(join(folder, locale, file), "utf8"));

function flat(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

const shown = (message: string) =>
  new Set(icuArguments(message).flatMap((a) => (a.type === "text" || a.type === "select" ? [a.name] : [])));
const all = (message: string) => new Set(icuArguments(message).map((a) => a.name));

test("every file exists in both languages", () => {
  expect(files("lo")).toEqual(files("en"));
});

test("every file is listed in messages.ts, so that its keys are typed", () => {
  const listed = readFileSync(join(import.meta.dirname, "messages.ts"), "utf8");
  const missing = files("en").filter((file) => !listed.includes(`"./messages/en/${file}"`));
  expect(missing, "add an import and a line to lib/i18n/messages.ts").toEqual([]);
});

describe.each(files("en"))("%s", (file) => {
  const en = new Map(flat(read("en", file)));
  const lo = new Map(flat(read("lo", file)));

  test("has the same keys in Lao and English, none of them empty", () => {
    expect([...lo.keys()].sort()).toEqual([...en.keys()].sort());
    const empty = [...en, ...lo].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test("shows the same arguments in Lao and English", () => {
    const differing = [...en].filter(([key, text]) => {
      const other = lo.get(key) ?? "";
      const lost = [...shown(text)].some((name) => !all(other).has(name));
      const invented = [...all(other)].some((name) => !all(text).has(name));
      return lost || invented;
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("leaves numbers, dates and counts to lib/i18n/format", () => {
    const wrong = [...en, ...lo].filter(
      ([, text]) => text.includes("#") || icuArguments(text).some((a) => /^(number|date|time)$/.test(a.type)),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test("obeys the Lao spelling rules", () => {
    const wrong = [...lo].flatMap(([key, text]) =>
      laoSpellingFaults(text).map((fault) => `${key}: ${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  test.each(["en", "lo"] as const)("formats in %s", (locale) => {
    const tree = read(locale, file);
    const wrong: string[] = [];
    const t = createTranslator({
      locale,
      messages: parsed(tree) as never,
      onError: (error) => wrong.push(error.message),
    }) as unknown as { rich(key: string, values: object): unknown };
    for (const [key, text] of flat(tree)) {
      const values = icuArguments(text).map((a) => [
        a.name,
        a.type === "text" || a.type === "select" ? "x" : 2,
      ]);
      const tags = [...text.matchAll(/<(\w+)>/g)].map((tag) => [tag[1], (parts: unknown) => parts]);
      t.rich(key, Object.fromEntries([...values, ...tags]));
    }
    expect(wrong).toEqual([]);
  });
});
