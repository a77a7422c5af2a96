import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const OLDEST = [20, 9];

/** The sentence for a Node that is too old, or null. */
export function nodeProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `CONNECT needs Node.js ${OLDEST.join(".")} or newer; this is ${version}. Get it from nodejs.org.`;
}

/** npm writes its hidden lock file last: when it names the wanted versions, the last installation was complete. */
export function isInstalled(root) {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden) || !existsSync(pinnedNode(root))) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (optional && !present[path]) || present[path]?.version === version,
  );
}

export const pinnedNode = (root) => join(root, "node_modules/node/bin/node");

export async function install(root) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stderr.write("Installing packages …\n");
  const pulse = setInterval(
    () => process.stderr.write(`  still installing packages, ${seconds()} s\n`),
    10_000,
  );
  const { code, output } = await npmInstall(root);
  clearInterval(pulse);
  if (code === 0) return process.stderr.write(`  packages installed, ${seconds()} s\n`);
  throw new Error(installProblem(output));
}

function npmInstall(root) {
  // npm tells its scripts where it is; without it (node scripts/start.mjs) it is on the PATH.
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const args = [...npm.slice(1), "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(npm[0], args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

export function installProblem(output) {
  if (/ENOSPC|no space left/i.test(output)) return "The disk is full: the packages could not be installed.";
  if (/EACCES|EPERM|EROFS/.test(output))
    return "This folder cannot be written: the packages could not be installed.";
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return "The package registry cannot be reached: the first start needs the internet.";
  const lines = output.split("\n").map((text) => text.replace(/^npm error\s*/, "").trim());
  const reason = lines.find((text) => text && !text.startsWith("code ")) ?? "npm failed";
  return `The packages could not be installed: ${reason}`;
}
