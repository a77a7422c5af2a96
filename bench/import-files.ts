import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import type { ValueFormat } from "@/lib/exchange/value-row";

// A million monthly values of every village, as files of DHIS2 and as rows for COPY.
const wanted = 1_000_000;
/** Before those of the load at national size (db/seed/nation), so that there every one is new too. */
const months = Array.from({ length: 12 }, (_, at) => 202201 + at);
export const lastMonth = 202212;
export const formats = ["csv", "json", "xml"] as const satisfies readonly ValueFormat[];
export type Format = (typeof formats)[number];

type Village = { id: string; code: string; district: string };
type Element = { code: string; number: number };
type Value = { village: Village; element: string; number: number; month: number; amount: number };
export type Subject = Readonly<{ villages: readonly Village[]; elements: readonly Element[] }>;

export async function subjectOf(sql: Sql): Promise<Subject> {
  const villages = await sql<Village[]>`
    select id, code, district_id as district from places where level = 'village' and code is not null order by code`;
  const elements = await sql<Element[]>`select code, number from data_elements order by number limit 12`;
  return { villages, elements };
}

function* values({ villages, elements }: Subject): Generator<Value> {
  let made = 0;
  for (const month of months)
    for (const { code, number } of elements)
      for (const village of villages) {
        if (made++ === wanted) return;
        yield { village, element: code, number, month, amount: (made * 7) % 40 };
      }
}

type Wrapping = Readonly<{ head: string; line: (value: Value, first: boolean) => string; foot: string }>;
const wrappings: Readonly<Record<Format | "rows", Wrapping>> = {
  csv: {
    head: '"dataelement","period","orgunit","catoptcombo","attroptcombo","value"\n',
    line: ({ element, month, village, amount }) =>
      `"${element}","${month}","${village.code}",,,"${amount}"\n`,
    foot: "",
  },
  json: {
    head: '{"dataValues":[',
    line: ({ element, month, village, amount }, first) =>
      `${first ? "" : ","}{"dataElement":"${element}","period":"${month}","orgUnit":"${village.code}","value":"${amount}"}`,
    foot: "]}",
  },
  xml: {
    head: '<dataValueSet xmlns="http://dhis2.org/schema/dxf/2.0">',
    line: ({ element, month, village, amount }) =>
      `<dataValue dataElement="${element}" period="${month}" orgUnit="${village.code}" value="${amount}"/>\n`,
    foot: "</dataValueSet>",
  },
  rows: {
    head: "",
    line: ({ village, number, month, amount }) =>
      `${[village.district, 1, village.id, number, month, 1, amount, 1].join("\t")}\n`,
    foot: "",
  },
};

/** Columns of a line of `rows`. */
export const rowColumns =
  "district_id, reporter_kind, reporter_id, element_number, period, source, value, status";

function* linesOf({ head, line, foot }: Wrapping, all: Iterable<Value>): Generator<string> {
  yield head;
  let first = true;
  for (const value of all) {
    yield line(value, first);
    first = false;
  }
  yield foot;
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < 5000) continue;
    yield piece.join("");
    piece = [];
  }
  yield piece.join("");
}

export const writeFile = (file: string, format: Format | "rows", subject: Subject) =>
  pipeline(Readable.from(inPieces(linesOf(wrappings[format], values(subject)))), createWriteStream(file));
