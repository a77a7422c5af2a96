import { expect, test } from "vitest";
import { canonicalCode, hashOf, hashOfCode, newCode, newToken } from "./tokens";

test("tokens are long and never repeat", () => {
  const tokens = new Set(Array.from({ length: 200 }, newToken));
  expect(tokens.size).toBe(200);
  for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
});

test("a code is three groups of four without letters that look like digits", () => {
  for (let i = 0; i < 200; i++)
    expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test.each([
  ["abcd-0123-wxyz", "ABCD0123WXYZ"],
  [" ABCD 0123 WXYZ ", "ABCD0123WXYZ"],
  ["oOiI-lL11-0000", "001111110000"],
  ["ＡＢＣＤ", "ABCD"],
])("typed %s is read as %s", (typed, read) => expect(canonicalCode(typed)).toBe(read));

test("the same code hashes alike however it was typed, another one does not", () => {
  expect(hashOfCode("abcd 0123 wxyz").equals(hashOfCode("ABCD-0123-WXYZ"))).toBe(true);
  expect(hashOf("a").equals(hashOf("b"))).toBe(false);
});
