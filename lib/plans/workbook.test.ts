import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { readWorkbook, workbookLimits, writeWorkbook } from "./workbook";
import { unpacksWithin } from "./zip-guard";

async function workbookOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("ແຜນ"));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A zip of one file whose own statement about its size is `claimed`. */
function zipOf(content: Buffer, claimed: number): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(1, 26);
  local.write("a", 30);
  const central = Buffer.alloc(47);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(1, 28);
  central.write("a", 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, central, end]);
}

describe("readWorkbook", () => {
  it("keeps row numbers, empty rows and cells of every kind", async () => {
    const day = new Date(Date.UTC(2026, 10, 21));
    const file = await workbookOf((sheet) => {
      sheet.getRow(3).values = ["ນ້ຳ", 1_250_000, day];
      sheet.getRow(5).values = [
        { formula: "1+1", result: 2 },
        { richText: [{ text: "ບ້ານ" }, { text: "ໃໝ່" }] },
        { text: "link", hyperlink: "https://example.invalid" },
        { error: "#REF!" },
        true,
      ];
    });
    expect(await readWorkbook(file)).toEqual([
      { row: 3, cells: ["ນ້ຳ", 1_250_000, day] },
      { row: 5, cells: [2, "ບ້ານໃໝ່", "link", "#REF!", true] },
    ]);
  });

  it("writes text that looks like a formula as text", async () => {
    const file = await writeWorkbook([["Action"], ['=HYPERLINK("x")'], ["+1"]], "x");
    expect((await readWorkbook(file)).map(({ cells }) => cells[0])).toEqual([
      "Action",
      '=HYPERLINK("x")',
      "+1",
    ]);
  });

  it.each([
    ["no zip", Buffer.from("Action,Level\nRoof,village\n"), "invalid"],
    ["an empty file", Buffer.alloc(0), "invalid"],
    ["a zip that is no workbook", zipOf(Buffer.from("x"), 1), "invalid"],
    ["a file over the limit", Buffer.alloc(workbookLimits.bytes + 1), "too_large"],
  ])("refuses %s", async (_, file, code) => {
    await expect(readWorkbook(file)).rejects.toMatchObject({ code });
  });

  it("refuses too many rows", async () => {
    const file = await workbookOf((sheet) => {
      for (let row = 0; row <= workbookLimits.rows; row += 1) sheet.addRow([row]);
    });
    await expect(readWorkbook(file)).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("unpacksWithin", () => {
  const limits = { limit: 1_000_000, entries: 5 };

  it("finds a bomb although it claims to be small", () => {
    expect(unpacksWithin(zipOf(Buffer.alloc(900_000), 900_000), limits)).toBe(true);
    expect(unpacksWithin(zipOf(Buffer.alloc(50_000_000), 10), limits)).toBe(false);
  });

  it("refuses a broken zip and too many files", () => {
    expect(unpacksWithin(zipOf(Buffer.from("abc"), 3).subarray(0, 40), limits)).toBe(false);
    expect(unpacksWithin(zipOf(Buffer.from("abc"), 3), { ...limits, entries: 0 })).toBe(false);
  });
});
