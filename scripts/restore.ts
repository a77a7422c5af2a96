import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { mediaStore } from "@/lib/media/store";
import { checkFits, verifyBackup } from "./backup/manifest";
import { passphrase } from "./backup/passphrase";
import { restoreEmbedded, restoreServer } from "./backup/restore-into";
import { main, PlainError } from "./plain";
import { readSettings } from "./settings";
import { step } from "./step";

/** `npm run restore -- file`: into an empty place only; the whole file is checked before anything is touched. */
await main(async () => {
  const settings = readSettings();
  const [file, ...flags] = process.argv.slice(2);
  if (!file || !existsSync(file))
    throw new PlainError(`Name the backup: npm run restore -- file.${file ? ` There is no ${file}.` : ""}`);
  const secret = await passphrase({ fresh: false });
  const manifest = await step("Checking the backup", () => verifyBackup(resolve(file), secret));
  checkFits(manifest);
  const load = { media: mediaStore(), file: resolve(file), passphrase: secret, manifest };
  await step("Restoring", () =>
    settings.mode === "demonstration"
      ? restoreEmbedded({ ...load, dataDir: settings.dataDir, replace: flags.includes("--replace") })
      : restoreServer({
          ...load,
          ownerUrl: process.env.DATABASE_OWNER_URL ?? "",
          appUrl: process.env.DATABASE_URL ?? "",
        }),
  );
  console.log(
    `Restored as of ${manifest.madeAt}. Everyone signs in again; phones send what they still hold.`,
  );
});
