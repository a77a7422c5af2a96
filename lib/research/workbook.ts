import "server-only";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import ExcelJS from "exceljs";
import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/routing";
import type { ResearchTables } from "./queries";
import { type Cell, HIDDEN, tableNames, type Variable, variables } from "./tables";

type Translator = ReturnType<typeof useTranslations<"research">>;
export type Words = Readonly<Record<Locale, Translator>>;
/** Of the definitions of the tables; goes up whenever a variable, a formula or a rule changes. */
export const DEFINITIONS = 1;
export type About = Readonly<{ on: string; place: string | null; evaluation: readonly (readonly Cell[])[] }>;
export type Sheet = Readonly<{ name: string; rows: readonly (readonly Cell[])[] }>;

const both = (words: Words, say: (t: Translator) => string): [string, string] => [
  say(words.lo),
  say(words.en),
];

/** What the file is, and every caveat, in both languages. */
function readme(words: Words, { on, place }: About): Cell[][] {
  const facts: [string, Cell][] = [
    ["made", on],
    ["place", place],
    ["definitions", DEFINITIONS],
  ];
  const notes = [
    "what",
    "keys",
    "hidden",
    "missing",
    "places",
    "causes",
    "volunteers",
    "again",
    "duty",
  ] as const;
  return [
    both(words, (t) => t("title")),
    ...facts.map(([name, value]) => [
      ...both(words, (t) => t(`about.${name as "made"}`)),
      value ?? words.en("about.nation"),
    ]),
    [],
    ...notes.map((note) => both(words, (t) => t(`note.${note}`))),
  ];
}

/** Each variable of each table: meaning, unit, allowed values, missing codes, source, formula, rule of hiding. */
function codebook(words: Words): Cell[][] {
  const heads = ["meaning", "unit", "source", "formula", "hiding"] as const;
  return [
    ["table", "variable", ...heads.flatMap((head) => both(words, (t) => t(`codebook.${head}`)))].concat([
      "allowed",
      "missing",
    ]),
    ...tableNames.flatMap((table) =>
      (variables[table] as readonly Variable[]).map(({ name, unit, rule, allowed }): Cell[] => [
        table,
        name,
        ...both(words, (t) => t(`meaning.${name as "sex"}`)),
        ...both(words, (t) => t(`unit.${unit}`)),
        ...both(words, (t) => t(`source.${table}`)),
        ...both(words, (t) => t(`formula.${table}`)),
        ...both(words, (t) => t(`suppression.${rule}`)),
        allowed ?? null,
        rule === "none" ? '""' : `"" · ${HIDDEN}`,
      ]),
    ),
  ];
}

/** What becomes of the tables: a sheet each, before them what they are. */
export function researchSheets(tables: ResearchTables, words: Words, about: About): Sheet[] {
  return [
    { name: "README", rows: readme(words, about) },
    { name: "codebook", rows: codebook(words) },
    ...tableNames.map((name) => ({
      name,
      rows: [variables[name].map((variable) => variable.name), ...tables[name]],
    })),
    { name: "before_after", rows: about.evaluation },
  ];
}

const ROWS_AT_ONCE = 200;

/** The file, written row by row: others are answered in between. */
export async function researchWorkbook(sheets: readonly Sheet[], on: string): Promise<Uint8Array> {
  const stream = new PassThrough();
  const file = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: false,
    useSharedStrings: false,
  });
  workbook.creator = "CONNECT";
  workbook.created = new Date(on);
  workbook.modified = new Date(on);
  for (const { name, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    for (const [at, row] of rows.entries()) {
      sheet.addRow([...row]).commit();
      if (at % ROWS_AT_ONCE === 0) await setImmediate();
    }
    sheet.commit();
  }
  await workbook.commit();
  return new Uint8Array(await file);
}
