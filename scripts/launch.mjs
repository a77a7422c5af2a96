import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, isInstalled, nodeProblem, pinnedNode } from "./packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs what is missing and runs a TypeScript script of this folder under the pinned Node; ends as it ends. */
export async function launch(script) {
  try {
    const problem = nodeProblem(process.versions.node);
    if (problem) throw new Error(problem);
    if (!isInstalled(root)) await install(root);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  run(script);
}

function run(script) {
  const args = ["--conditions=react-server", "--import", "tsx", "--import", "./scripts/follow-parent.mjs"];
  const child = spawn(pinnedNode(root), [...args, join("scripts", script), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithNpm();
  child.on("error", (error) => {
    process.stderr.write(`The pinned Node.js does not run: ${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/** A killed npm must not leave the server behind; started without npm (nohup, systemd) there is nobody to follow. */
function endWithNpm() {
  const before = parents();
  setInterval(() => {
    if (parents() !== before) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** Our parent and its parent: between npm and us stands a shell that outlives npm. */
function parents() {
  try {
    return `${process.ppid} ${readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ").at(-1).split(" ")[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}
