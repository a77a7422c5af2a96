// The service worker knows every file of the capture screens by name, and those are known only after the build.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { contentSecurityPolicy } from "../lib/security-headers.ts";

const built = process.env.NEXT_DIST_DIR ?? ".next";
const locales = ["lo", "en"];
const pictures = ["/mark.svg", "/band.svg", "/chevron.svg"];
const digest = (data, encoding = "hex") => createHash("sha256").update(data).digest(encoding);

/** Every static file that a text names, as paths below the build. */
function namedIn(text, path) {
  const chunks = text.match(/static\/(?:chunks|media)\/[\w./~-]+\.(?:js|css|woff2|png|svg)/g) ?? [];
  const besides = [...text.matchAll(/url\(["']?(?!data:)([^)"']+)["']?\)/g)]
    .map(([, address]) => new URL(address, `http://built/_next/${path}`).pathname)
    .filter((pathname) => pathname.startsWith("/_next/"))
    .map((pathname) => pathname.slice("/_next/".length));
  return [...chunks, ...besides];
}

/** What the shell loads at once and what its screens load later, followed through every script and style. */
function shellFiles(documents) {
  const found = new Set();
  const waiting = documents.flatMap((html) => namedIn(html, ""));
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (found.has(path) || !existsSync(join(built, path))) continue;
    found.add(path);
    if (/\.(?:js|css)$/.test(path)) waiting.push(...namedIn(readFileSync(join(built, path), "utf8"), path));
  }
  return [...found].sort();
}

const hashes = JSON.parse(readFileSync(join(built, "field-csp.json"), "utf8"));
const documents = locales.map((locale) =>
  readFileSync(join(built, "server", "app", locale, "field.html"), "utf8"),
);
const shell = [
  // The integrity is the document's; a new policy alone makes a new revision, so the two never part.
  ...documents.map((html, index) => ({
    url: `/${locales[index]}/field`,
    revision: digest(html + contentSecurityPolicy({ hashes: hashes[locales[index]] })),
    integrity: `sha256-${digest(html, "base64")}`,
  })),
  ...shellFiles(documents).map((path) => ({ url: `/_next/${path}`, revision: null })),
  ...pictures.map((url) => ({ url, revision: digest(readFileSync(`public${url}`)) })),
];

/** Forty languages' error sentences of zod, none of which is ever shown. */
const withoutLocales = {
  name: "without-locales",
  setup({ onLoad }) {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export {}" }));
  },
};

mkdirSync(join(built, "offline"), { recursive: true });
await build({
  entryPoints: { worker: "app/sw.ts", sender: "lib/offline/sender.ts" },
  outdir: join(built, "offline"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  plugins: [withoutLocales],
  define: { "process.env.NODE_ENV": '"production"', "self.connectShell": JSON.stringify(shell) },
  logLevel: "warning",
});
