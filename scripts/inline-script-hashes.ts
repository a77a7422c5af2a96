import { createHash } from "node:crypto";

/** The CSP source of every inline script of a document, each once, in the order in which they stand. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  const hashes = Array.from(
    scripts,
    ([, code = ""]) => `sha256-${createHash("sha256").update(code).digest("base64")}`,
  );
  return [...new Set(hashes)];
}
