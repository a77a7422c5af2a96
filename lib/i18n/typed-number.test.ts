import { expect, test } from "vitest";
import { parseNumberTyped } from "./typed-number";

test.each([
  ["12", 12],
  ["໑໒", 12],
  ["1.250.000", 1_250_000],
  ["1,250,000", 1_250_000],
  ["1.234.567,89", 1_234_567.89],
  ["1,234,567.89", 1_234_567.89],
  ["໑.໒໕໐", 1250],
  ["1,5", 1.5],
  ["1.5", 1.5],
  ["0,125", 0.125],
  ["12,34", 12.34],
  ["1 250 000", 1_250_000],
  [" 42\u200B ", 42],
  ["−8", -8],
  ["-0", 0],
  [",5", 0.5],
  ["12.", 12],
])("%j is %d", (text, value) => {
  expect(parseNumberTyped(text)).toBe(value);
});

test.each([
  ["18.385", 18.385],
  ["103,660", 103.66],
  ["1.234,5", 1234.5],
])("as a measure, %j is %d", (text, value) => {
  expect(parseNumberTyped(text, "decimal")).toBe(value);
});

test.each(["", "-", ".", "abc", "12 ຄົນ", "1.2.3", "1.250,000.5", "12,5,00", "1e5", "12.34,5", "Infinity"])(
  "%j is no number",
  (text) => {
    expect(parseNumberTyped(text)).toBeNull();
  },
);
