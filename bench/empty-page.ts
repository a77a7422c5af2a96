import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { dataDir } from "./nation-database";

const folder = join(dataDir, "empty-page");
const layout = `export default ({ children }) => <html lang="lo"><body>{children}</body></html>;\n`;
const page = `export const dynamic = "force-dynamic";\nexport default () => <p>·</p>;\n`;

/** Kilobytes (gzip) of script that this framework sends with a page of nothing: built once per version, and kept. */
export function frameworkFloorKb(): number {
  const { version } = JSON.parse(readFileSync("node_modules/next/package.json", "utf8"));
  const kept = join(folder, `floor-${version}.json`);
  if (!existsSync(kept)) {
    mkdirSync(join(folder, "app"), { recursive: true });
    writeFileSync(join(folder, "app/layout.jsx"), layout);
    writeFileSync(join(folder, "app/page.jsx"), page);
    writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }\n`);
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_DIST_DIR: "",
    };
    execFileSync(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], {
      env,
      stdio: "pipe",
    });
    writeFileSync(kept, JSON.stringify({ kb: scriptKb(join(folder, ".next")) }));
  }
  return JSON.parse(readFileSync(kept, "utf8")).kb;
}

/** What the page names: the framework's own files, and those of its layout and page. */
function scriptKb(built: string): number {
  const manifest = JSON.parse(readFileSync(join(built, "build-manifest.json"), "utf8"));
  const own = readFileSync(join(built, "server/app/page_client-reference-manifest.js"), "utf8");
  const named = [...own.matchAll(/static\/chunks\/[\w~.-]+\.js/g)].map(([name]) => name);
  const files = [...new Set([...manifest.rootMainFiles, ...manifest.polyfillFiles, ...named])] as string[];
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) / 1000;
}
