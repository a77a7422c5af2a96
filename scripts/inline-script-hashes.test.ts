import { expect, test } from "vitest";
import { inlineScriptHashes } from "./inline-script-hashes";

test("hashes inline scripts, each once, and leaves out those with an address", () => {
  const html = `<script src="/a.js" async></script><script>alert(1)</script><p>x</p><script id="b">alert(1)</script>`;
  expect(inlineScriptHashes(html)).toEqual(["sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="]);
});

test("a document without scripts has none", () => {
  expect(inlineScriptHashes("<p>x</p>")).toEqual([]);
});
