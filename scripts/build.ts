import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child";
import { step } from "./step";

const FOLDERS = ["app", "components", "lib", "db", "public"];
const FILES = [
  "proxy.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "scripts/csp-hashes.mjs",
  "scripts/service-worker.mjs",
  "postcss.config.mjs",
  "package-lock.json",
];

/** Builds the application once; again only when a source has changed since the last whole build. */
export async function buildOnce(distDir: string, dataDir: string): Promise<void> {
  const marker = markerOf(distDir);
  const wanted = sourcesHash();
  if (builtHash(marker) === wanted && existsSync(join(distDir, "BUILD_ID"))) return;
  // Removed first: a build killed half-way must not pass for the one before.
  rmSync(marker, { force: true });
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const log = join(dataDir, "build.log");
  await step("Building the application", async () => {
    const next = ["--import", "./scripts/follow-parent.mjs", "node_modules/next/dist/bin/next", "build"];
    await runNode({ args: next, env, log, what: "The build" });
    for (const after of ["csp-hashes", "service-worker"])
      await runNode({ args: [`scripts/${after}.mjs`], env, log, what: "The build" });
  });
  markBuilt(distDir, wanted);
}

const markerOf = (distDir: string) => join(distDir, "connect-build.json");

export function markBuilt(distDir: string, sources = sourcesHash()): void {
  writeFileSync(markerOf(distDir), JSON.stringify({ sources }));
}

function builtHash(marker: string): string | null {
  return existsSync(marker) ? JSON.parse(readFileSync(marker, "utf8")).sources : null;
}

export function sourcesHash(folders = FOLDERS): string {
  const hash = createHash("sha256");
  const files = [...folders.flatMap(filesBelow), ...FILES.filter((file) => existsSync(file))];
  for (const file of files.filter((name) => !/\.test\.tsx?$/.test(name))) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return names.map((name) => join(folder, name)).filter((file) => statSync(file).isFile());
}
