import { writeFileSync } from "node:fs";
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { seedAccounts } from "@/db/seed/demo-accounts";
import { seedReference } from "@/db/seed/reference";
import { accountsFile } from "./accounts-file";
import { main, PlainError } from "./plain";
import { readSettings } from "./settings";

/** Loads what is not there yet: reference data always, accounts and made-up records in a demonstration only. */
await main(async () => {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new PlainError("DATABASE_OWNER_URL is not set: seeding runs as the owner of the database.");
  const sql = postgres(url, { max: 2, onnotice: () => {} });
  try {
    await seedReference(sql);
    if (process.env.CONNECT_MODE === "demonstration") await seedDemonstration(sql, url);
  } finally {
    await sql.end();
    await closeDatabase();
  }
});

/** Accounts before the records that name them and again after, when the health centre of one of them exists. */
async function seedDemonstration(sql: postgres.Sql, ownerUrl: string): Promise<void> {
  const { dataDir, local } = readSettings();
  const passwords = { randomPasswords: !local };
  const [filled] = await sql`select 1 from workshops limit 1`;
  if (!filled) await seedAccounts(ownerUrl, passwords);
  await seedDemo(sql, (done, of) => console.log(`demonstration: ${done} of ${of} districts`));
  const accounts = await seedAccounts(ownerUrl, passwords);
  writeFileSync(accountsFile(dataDir), JSON.stringify(accounts, null, 2), { mode: 0o600 });
}
