import { expect, it } from "vitest";
import { actorFor } from "@/lib/access/testing";
import { type ImportRowView, rowsToMend } from "./queries";
import { importRowsCsv } from "./rows-csv";

const row = (given: Partial<ImportRowView>): ImportRowView => ({
  rowNo: 6,
  outcome: "error",
  column: "ເມືອງ",
  errorCode: "district_differs",
  value: "ວັງວຽງ",
  suggestion: null,
  applied: null,
  ...given,
});

it.each([
  ["en", "Row in the file", "The code and the district do not belong together. Mend one of them."],
  ["lo", "ແຖວໃນໄຟລ໌", "ລະຫັດ"],
] as const)("names row, column, value and reason in %s", (locale, heading, reason) => {
  const [head, line] = importRowsCsv([row({})], locale).split("\r\n");
  expect(head).toContain(heading);
  expect(line).toMatch(/^6,/);
  expect(line).toContain("ເມືອງ,ວັງວຽງ,");
  expect(line).toContain(reason);
});

it("never hands a spreadsheet a formula out of somebody's file", () => {
  expect(importRowsCsv([row({ value: "=HYPERLINK(1)" })], "en")).toContain("'=HYPERLINK(1)");
});

it("is for those who import", () => {
  const office = actorFor({ role: "health_office", districtIds: [] });
  return expect(rowsToMend(office, "x")).rejects.toMatchObject({ code: "forbidden" });
});
