import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PlainError } from "./plain";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const apt = "apt-get update && apt-get install -y chromium poppler-utils";

/** The path of a Chromium for the browser tests, installed with apt, as is the reader of printed posters, when that is possible without asking. */
export function findChromium(): string {
  const found = lookUp();
  if (found && which("pdftotext")) return found;
  if (process.getuid?.() !== 0 || !which("apt-get")) {
    throw new PlainError(
      `The browser tests need Chromium and pdftotext; install them once: sudo sh -c "${apt}" (or set CHROMIUM_PATH).`,
    );
  }
  console.log("Installing Chromium and pdftotext with apt-get …");
  const { status } = spawnSync("sh", ["-c", apt], {
    stdio: ["ignore", "ignore", "inherit"],
    env: aptEnvironment(),
  });
  const installed = lookUp();
  if (status !== 0 || !installed || !which("pdftotext"))
    throw new PlainError(`Chromium could not be installed with: ${apt}`);
  return installed;
}

function lookUp(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) throw new PlainError(`CHROMIUM_PATH names no file: ${given}`);
  return given || names.map(which).find((path) => path !== null) || null;
}

function which(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

const aptEnvironment = () => ({ ...process.env, DEBIAN_FRONTEND: "noninteractive" });
