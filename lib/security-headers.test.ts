import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security-headers";

test("a page with a nonce allows that nonce and nothing inline", () => {
  const policy = contentSecurityPolicy({ nonce: "abc" });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("the capture shell allows exactly the scripts that were counted after the build", () => {
  const policy = contentSecurityPolicy({ hashes: ["sha256-a=", "sha256-b="] });
  expect(policy).toContain("script-src 'self' 'sha256-a=' 'sha256-b=';");
  expect(policy).not.toContain("unsafe");
});

test("no other origin appears", () => {
  expect(contentSecurityPolicy({ nonce: "abc" })).not.toMatch(/https?:|\*/);
});
