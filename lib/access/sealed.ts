import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { signInSettings } from "./settings";

type Purpose = "connect second factor" | "connect dhis2";

const keyFor = (purpose: Purpose) =>
  Buffer.from(hkdfSync("sha256", signInSettings().secret, "", purpose, 32));

/** AES-256-GCM under a key derived from the installation's secret: a stolen backup alone tells nothing. */
export function sealed(purpose: Purpose, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
}

/** Throws when it was sealed for another purpose or by another installation. */
export function unsealed(purpose: Purpose, box: string): string {
  const bytes = Buffer.from(box, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
