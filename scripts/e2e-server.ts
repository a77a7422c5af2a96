import { rmSync } from "node:fs";
import { resolve } from "node:path";

// The production build over a fresh demonstration, for the browser tests; nothing of the caller's own installation.
for (const name of [
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "PUBLIC_URL",
  "NEXTAUTH_URL",
  "MEDIA_DIR",
  "HOST",
  "SMTP_URL",
  "S3_ENDPOINT",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
]) {
  delete process.env[name];
}
process.env.PORT = process.env.E2E_PORT || "3199";
process.env.DATA_DIR = ".test/e2e";
// A small DHIS2 of the tests themselves answers there.
process.env.DHIS2_ON_THIS_MACHINE = "true";
process.env.STATEMENT_LOG = resolve(".test/statements.log");
rmSync(process.env.STATEMENT_LOG, { force: true });
process.argv.push("--fresh");

await import("./serve");
