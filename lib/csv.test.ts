import { expect, it } from "vitest";
import { csv, csvCell } from "./csv";

it.each([
  ["ບໍ່ແກ້ວ", "ບໍ່ແກ້ວ"],
  ['a "b", c', '"a ""b"", c"'],
  ["=1+1", "'=1+1"],
  ["line\nbreak", '"line\nbreak"'],
  [-5, "-5"],
  [null, ""],
])("cell %j is written %j", (value, written) => {
  expect(csvCell(value)).toBe(written);
});

it("opens in a spreadsheet: byte order mark and CRLF", () => {
  expect(csv([["a", 1]])).toBe("\uFEFFa,1\r\n");
});
