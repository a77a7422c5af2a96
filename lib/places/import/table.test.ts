import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { tableLimits } from "./limits";
import { readTable, type TableError, unpackedBytes } from "./table";

const bytes = (text: string) => new TextEncoder().encode(text);
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: TableError) => error.problem,
  );

async function workbook(rows: unknown[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("ບ້ານ").addRows(rows);
  return new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer);
}

describe("readTable", () => {
  it.each([
    ["comma", "name,lat\nນາ,18.1\n"],
    ["semicolon with BOM and CRLF", "\ufeffname;lat\r\nນາ;18.1\r\n"],
    ["tab", "name\tlat\nນາ\t18.1"],
    ["quoted", 'name,lat\n"ນາ","18.1"\n'],
  ])("reads %s", async (_kind, text) => {
    expect(await readTable(bytes(text))).toEqual({
      header: ["name", "lat"],
      rows: [{ rowNo: 2, cells: { name: "ນາ", lat: "18.1" } }],
    });
  });

  it("counts rows as the spreadsheet does and skips empty ones", async () => {
    const { rows } = await readTable(bytes("name\n\nນາ\n\n\nໂພນ\n"));
    expect(rows.map((row) => row.rowNo)).toEqual([3, 6]);
  });

  it("reads the first sheet of a workbook: numbers, dates, rich text, and a formula's stored result", async () => {
    const formula = { formula: "1+1", result: 2 };
    const rich = { richText: [{ text: "ນາ" }, { text: "ແກ" }] };
    const { rows } = await readTable(
      await workbook([
        ["a", "b", "c", "d"],
        [18.25, new Date("2020-01-02"), rich, formula],
      ]),
    );
    expect(rows[0]?.cells).toEqual({ a: "18.25", b: "2020-01-02", c: "ນາແກ", d: "2" });
  });

  it("takes zero-width characters out of what people pasted", async () => {
    expect((await readTable(bytes("name\nນາ\u200bແກ\u200b"))).rows[0]?.cells.name).toBe("ນາແກ");
  });

  it("refuses what it cannot hold or read, by name", async () => {
    expect(await problemOf(readTable(bytes("")))).toBe("empty");
    expect(await problemOf(readTable(bytes("name\n")))).toBe("empty");
    expect(await problemOf(readTable(bytes("name,name\n1,2")))).toBe("repeated_column");
    expect(await problemOf(readTable(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x80])))).toBe("wrong_kind");
    expect(await problemOf(readTable(bytes("PK not really a zip")))).toBe("unreadable");
    expect(await problemOf(readTable(new Uint8Array(tableLimits.bytes + 1)))).toBe("too_large");
    expect(await problemOf(readTable(bytes(`n\n${"1\n".repeat(tableLimits.rows + 1)}`)))).toBe(
      "too_many_rows",
    );
  });

  it("knows what a zip would unpack to before opening it", async () => {
    const small = await workbook([["a"], ["1"]]);
    expect(unpackedBytes(small)).toBeGreaterThan(small.byteLength);
    const bomb = small.slice();
    const at = bomb.findIndex(
      (_, i) => bomb[i] === 0x50 && bomb[i + 1] === 0x4b && bomb[i + 2] === 1 && bomb[i + 3] === 2,
    );
    new DataView(bomb.buffer).setUint32(at + 24, 0x7fffffff, true);
    expect(await problemOf(readTable(bomb))).toBe("too_large");
  });
});
