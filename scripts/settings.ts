import { accessSync, constants, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { PlainError } from "./plain";

export type Settings = {
  mode: "demonstration" | "production";
  host: string;
  port: number;
  dataDir: string;
  mediaDir: string;
  distDir: string;
  /** Only this computer can open it; otherwise demonstration passwords are random. */
  local: boolean;
  address: string;
};

const LOCAL = ["127.0.0.1", "localhost", "::1"];

/** What the scripts themselves need to know, from the environment; makes the data folder and checks that it can be written. */
export function readSettings(given: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(given.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`PORT is "${given.PORT}": give a number from 1 to 65535.`);
  }
  const host = given.HOST || "127.0.0.1";
  const dataDir = resolve(given.DATA_DIR || ".data");
  checkWritable(dataDir);
  return {
    mode: given.DATABASE_URL ? "production" : "demonstration",
    host,
    port,
    dataDir,
    mediaDir: resolve(given.MEDIA_DIR || `${dataDir}/media`),
    distDir: given.NEXT_DIST_DIR || ".next",
    local: LOCAL.includes(host),
    address: `http://${LOCAL.includes(host) ? "127.0.0.1" : host}:${port}`,
  };
}

function checkWritable(folder: string): void {
  try {
    // Others may pass through (PostgreSQL, when we are root), not look around; the secrets in it are 0600.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
    throw new PlainError(
      full
        ? "The disk is full: free some space and start again."
        : `The folder ${folder} cannot be written: change its permissions or set DATA_DIR to another folder.`,
    );
  }
}
