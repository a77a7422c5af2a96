import { expect, test } from "vitest";
import { safeReturnPath } from "./return-path";

test.each([
  ["/lo/today", "/lo/today"],
  ["/en/places/LA1101?tab=plan#top", "/en/places/LA1101?tab=plan"],
  ["/lo/../en/me", "/en/me"],
])("%s leads back to %s", (asked, path) => expect(safeReturnPath(asked)).toBe(path));

test.each([
  null,
  undefined,
  "",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/lo\\..\\..\\evil",
  "javascript:alert(1)",
  "/lo/sign-in",
  "/lo/sign-in/code",
  "/api/auth/signout",
  `/lo/${"x".repeat(600)}`,
])("%j is not followed", (asked) => expect(safeReturnPath(asked)).toBeNull());
