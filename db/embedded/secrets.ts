import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The private half (PEM) of the programme's key, made at its first use and kept in the data folder (0600). */
export const keptProgrammeKey = (dataDir: string): string =>
  kept(
    dataDir,
    "programme",
    () =>
      generateKeyPairSync("rsa", {
        modulusLength: 3072,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      }).privateKey,
  );

/** A random secret that is made at its first use and kept in `secrets.json` (0600) of the data folder. */
export const keptSecret = (dataDir: string, name: string): string =>
  kept(dataDir, name, () => randomBytes(24).toString("base64url"));

function kept(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, "secrets.json");
  const secrets: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const known = secrets[name];
  if (known) return known;
  const made = make();
  writeFileSync(`${file}.new`, JSON.stringify({ ...secrets, [name]: made }, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
