import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A random secret that is made at its first use and kept in `secrets.json` (0600) of the data folder. */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, "secrets.json");
  const secrets: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const known = secrets[name];
  if (known) return known;
  const made = randomBytes(24).toString("base64url");
  writeFileSync(`${file}.new`, JSON.stringify({ ...secrets, [name]: made }, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
