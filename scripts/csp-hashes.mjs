// The capture shell is one static document, so it can carry no nonce: its policy names its inline scripts by hash.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inlineScriptHashes } from "./inline-script-hashes.ts";

const built = process.env.NEXT_DIST_DIR ?? ".next";
const found = {};
for (const locale of ["lo", "en"]) {
  const page = join(built, "server", "app", locale, "field.html");
  if (existsSync(page)) found[locale] = inlineScriptHashes(readFileSync(page, "utf8"));
}
if (Object.keys(found).length < 2) {
  console.error(
    `csp-hashes: no static capture shell under ${built}; is app/[locale]/field still force-static?`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(join(built, "field-csp.json"), JSON.stringify(found));
}
