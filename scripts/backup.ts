import { statSync } from "node:fs";
import { resolve } from "node:path";
import { startEmbedded } from "@/db/server";
import { mediaStore } from "@/lib/media/store";
import { passphrase } from "./backup/passphrase";
import { saveBackup } from "./backup/save";
import { main, PlainError } from "./plain";
import { readSettings } from "./settings";
import { step } from "./step";

/** `npm run backup [-- file]`: the embedded database, or the one of DATABASE_OWNER_URL, with all media. */
await main(async () => {
  const settings = readSettings();
  const secret = await passphrase({ fresh: true });
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  const file = resolve(process.argv[2] ?? `backups/connect-${stamp}.backup`);
  const { ownerUrl, stop } = await source(settings.mode, settings.dataDir);
  try {
    const manifest = await step("Writing the backup", () =>
      saveBackup({ ownerUrl, media: mediaStore(), file, passphrase: secret }),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const media = manifest.parts.filter(({ name }) => name.startsWith("media/")).length;
    const size = (statSync(file).size / 1e6).toFixed(1);
    console.log(
      `${file}: ${rows} rows of ${manifest.tables.length} tables, ${media} media files, ${size} MB.`,
    );
    console.log("Keep the passphrase apart from it: without it nobody can restore it.");
  } finally {
    await stop();
  }
});

async function source(mode: string, dataDir: string): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  if (mode === "demonstration") return startEmbedded({ dataDir, create: false });
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl)
    throw new PlainError("DATABASE_OWNER_URL is not set: a backup reads as the owner of the database.");
  return { ownerUrl, stop: async () => {} };
}
