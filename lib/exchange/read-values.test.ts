import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOf, readValues } from "./read-values";
import { piecesOf, type WrittenValue, writeValues } from "./testing";
import { type ValueFormat, type ValueRow, valueFormats } from "./value-row";

async function read(format: ValueFormat, text: string, lengths: readonly number[] = [65_536]) {
  const { header, rows } = readValues(format, piecesOf(text, lengths));
  const all: ValueRow[] = [];
  for await (const some of rows) all.push(...some);
  return { header, rows: all };
}
const problem = (format: ValueFormat, text: string, lengths?: number[]) =>
  read(format, text, lengths).then(
    () => null,
    (error) => ({ problem: error.problem, where: error.where }),
  );

const word = fc.constantFrom(
  "ANC1",
  "fbfJHSPpUQD",
  "ສຸກສາລາ ນ້ຳທາ",
  'a "b", <c>',
  "x;y&z",
  "line\nbreak",
  "😀",
);
const value: fc.Arbitrary<WrittenValue> = fc.record({
  dataElement: word,
  period: fc.constantFrom("202601", "20260131"),
  orgUnit: word,
  categoryOptionCombo: fc.oneof(word, fc.constant("")),
  attributeOptionCombo: fc.oneof(word, fc.constant("")),
  value: fc.nat().map(String),
  deleted: fc.boolean(),
  comment: fc.oneof(word, fc.constant("")),
});

describe.each(valueFormats)("%s", (format) => {
  it("reads what was written, wherever the bytes were cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (values, lengths) => {
          const { rows } = await read(format, writeValues[format](values), lengths);
          expect(rows.map(({ row: _, ...rest }) => rest)).toEqual(values);
          const numbers = rows.map(({ row }) => row);
          expect(numbers).toEqual(values.map((_, at) => at + (format === "csv" ? 2 : 1)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("knows itself by how it begins, and what it is not", async () => {
    const text = writeValues[format]([]);
    expect(formatOf(text.slice(0, 200))).toBe(format);
    expect(formatOf(`\uFEFF \n${text}`)).toBe(format);
    expect(await problem(format, "")).toEqual({ problem: "empty", where: "" });
  });
});

const xmlSet = (inside: string, more = "") => `<dataValueSet ${more}>${inside}</dataValueSet>`;

describe("what a file says of all its values", () => {
  const said = { period: "202601", orgUnit: "HC1", attributeOptionCombo: "project" };
  const bare = { categoryOptionCombo: "", value: "3", deleted: false, comment: "" };

  it("JSON and XML: period, unit and combination of the whole, unless the value has its own", async () => {
    const values = [
      { dataElement: "A", value: 3 },
      { dataElement: "B", value: "3", period: "202602", orgUnit: "HC2" },
    ];
    const wanted = [
      { row: 1, dataElement: "A", ...said, ...bare },
      { row: 2, dataElement: "B", ...said, ...bare, period: "202602", orgUnit: "HC2" },
    ];
    const head = { dataSet: "X", completeDate: "2026-02-03", ...said, orgUnitIdScheme: "code" };
    const json = await read("json", JSON.stringify({ ...head, dataValues: values }), [7]);
    expect(json.rows).toEqual(wanted);
    expect(json.header).toEqual({ ...said, orgUnitIdScheme: "code" });
    const attributes = Object.entries(head).map(([name, text]) => `${name}="${text}"`);
    const tags =
      '<dataValue dataElement="A" value="3"/><dataValue dataElement="B" value="3" period="202602" orgUnit="HC2"/>';
    const xml = await read("xml", xmlSet(tags, attributes.join(" ")), [5]);
    expect(xml.rows).toEqual(wanted);
    expect(xml.header).toEqual(json.header);
  });

  it.each([
    ["period", "202601"],
    ["attributeOptionCombo", "p1"],
    ["orgUnitIdScheme", "code"],
    ["importStrategy", "DELETE"],
    ["dryRun", true],
    ["dataValues", []],
  ])("JSON: refuses %s behind the values: it would have changed them", async (name, said) => {
    const text = `{"dataValues":[{"dataElement":"A","value":"1"}],${JSON.stringify(name)}:${JSON.stringify(said)}}`;
    expect(await problem("json", text)).toEqual({ problem: "header_late", where: name });
  });

  it("JSON: lets stand behind them what changes nothing", async () => {
    const harmless = '{"dataValues":[{"dataElement":"A","value":"1"}],"dataSet":"X"}';
    expect((await read("json", harmless, [3])).rows).toHaveLength(1);
  });

  it("ADX: group and categories by name", async () => {
    const text = `<adx xmlns="urn:ihe:qrph:adx:2015" exported="2015-02-08T19:30:00Z">
      <group orgUnit="OU_559" period="2015-06-01/P1M" completeDate="2015-07-01" dataSet="VCCT" PROJECT="p1">
        <dataValue dataElement="VCCT_0" HIV_AGE="AGE0-14" GENDER="FMLE" value="32"/>
        <dataValue dataElement="VCCT_1" categoryOptionCombo="coc" GENDER="FMLE" value="20"/></group></adx>`;
    const { rows } = await read("adx", text, [11]);
    expect(
      rows.map((row) => [row.orgUnit, row.period, row.categoryOptionCombo, row.attributeOptionCombo]),
    ).toEqual([
      ["OU_559", "2015-06-01/P1M", "GENDER=FMLE,HIV_AGE=AGE0-14", "PROJECT=p1"],
      ["OU_559", "2015-06-01/P1M", "coc", "PROJECT=p1"],
    ]);
  });
});

describe("tables", () => {
  it.each([",", ";", "\t"])("columns by their names, in any order, separated by %j", async (mark) => {
    const line = (...cells: string[]) => cells.join(mark);
    const text = `\uFEFF${line("value", "OrgUnit", "Period", "data element", "storedby")}\r\n${line("7", "HC1", "202601", "A", "me")}\r\n\r\n${line("8", "HC2", "202601", "A", "")}`;
    const { rows } = await read("csv", text, [4]);
    expect(rows.map(({ row, value, orgUnit, dataElement }) => [row, value, orgUnit, dataElement])).toEqual([
      [2, "7", "HC1", "A"],
      [4, "8", "HC2", "A"],
    ]);
  });

  it("says which column is missing, and on which line a quote is wrong", async () => {
    expect(await problem("csv", "dataelement,orgunit,value\nA,B,1")).toEqual({
      problem: "column_missing",
      where: "period",
    });
    expect(await problem("csv", 'dataelement,period,orgunit,value\nA,2,3,4\nA,"2"x,3,4\n')).toMatchObject({
      problem: "malformed",
    });
    expect(await problem("csv", `dataelement,period,orgunit,value\n"${"a".repeat(1_100_000)}`)).toMatchObject(
      {
        problem: "too_long",
      },
    );
  });
});

describe("hostile files", () => {
  const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${xmlSet('<dataValue value="&b;"/>')}`;
  const external = `<!DOCTYPE d SYSTEM "file:///etc/passwd">${xmlSet("")}`;

  it.each([
    ["a document type with entities", laughs, "doctype"],
    ["a document type from elsewhere", external, "doctype"],
    ["an entity of its own", xmlSet('<dataValue value="&x;"/>'), "malformed"],
    ["a thousand levels", `<dataValueSet>${"<a>".repeat(1000)}`, "too_deep"],
    ["an attribute without end", `<dataValueSet><dataValue value="${"9".repeat(1_200_000)}`, "too_long"],
    ["a comment without end", `<dataValueSet><!--${"9".repeat(1_200_000)}`, "too_long"],
    ["another root", "<html></html>", "wrong_kind"],
    ["an unclosed element", "<dataValueSet><dataValue>", "malformed"],
    ["another encoding", `<?xml version="1.0" encoding="UTF-16"?>${xmlSet("")}`, "encoding"],
  ])("XML: %s", async (_, text, expected) => {
    expect(await problem("xml", text, [4096])).toMatchObject({ problem: expected });
  });

  it("XML: says the line and column", async () => {
    expect(await problem("xml", "<dataValueSet>\n  <dataValue value=1/>")).toMatchObject({
      where: expect.stringMatching(/^2:\d+$/),
    });
  });

  it.each([
    ["not JSON", '{"dataValues": [{"a": }]}', "malformed"],
    ["cut off", '{"dataValues": [{"dataElement": "A"}', "malformed"],
    ["no list", '{"dataValues": {"a": 1}}', "wrong_kind"],
    ["another object", '{"events": []}', "wrong_kind"],
    ["numbers for values", '{"dataValues": [1, 2]}', "malformed"],
    ["two commas", '{"dataValues": [{"a":1},,{"a":2}]}', "malformed"],
    ["a string without end", `{"dataValues": [{"dataElement": "${"x".repeat(1_200_000)}`, "too_long"],
    ["a header without end", `{"a": "${"x".repeat(1_200_000)}`, "too_long"],
    ["something behind", '{"dataValues": []}}', "malformed"],
  ])("JSON: %s", async (_, text, expected) => {
    expect(await problem("json", text, [4096])).toMatchObject({ problem: expected });
  });

  it("bytes that are no UTF-8", async () => {
    const { rows } = readValues("csv", [new Uint8Array([0xff, 0xfe, 0x41])]);
    await expect(rows.next()).rejects.toMatchObject({ problem: "encoding" });
  });
});
