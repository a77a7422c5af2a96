import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "./nation-database";

const folder = join(dataDir, "empty-page");
const layout = `export default ({ children }) => <html lang="lo"><body>{children}</body></html>;\n`;
const page = `export const dynamic = "force-dynamic";\nexport default () => <p>·</p>;\n`;

/** A page of nothing by the same framework, built once per version: its folder. */
export function builtEmptyPage(): string {
  const { version } = JSON.parse(readFileSync("node_modules/next/package.json", "utf8"));
  const mark = join(folder, `built-${version}`);
  if (existsSync(mark)) return folder;
  mkdirSync(join(folder, "app"), { recursive: true });
  writeFileSync(join(folder, "app/layout.jsx"), layout);
  writeFileSync(join(folder, "app/page.jsx"), page);
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }\n`);
  const { NEXT_DIST_DIR: _ours, ...rest } = process.env;
  const env = { ...rest, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], {
    env,
    stdio: "pipe",
  });
  writeFileSync(mark, "");
  return folder;
}
