import postgres from "postgres";
import { firstAdministrator } from "@/db/seed/first-administrator";
import { main, PlainError } from "./plain";

/** `npm run first-administrator`: on a new server, prints the code with which its first administrator chooses a password. */
await main(async () => {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url)
    throw new PlainError(
      "DATABASE_OWNER_URL is not set: the first account is made by the owner of the database.",
    );
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const made = await firstAdministrator(sql);
    const address = (process.env.PUBLIC_URL || process.env.NEXTAUTH_URL || "http://127.0.0.1:3000").replace(
      /\/$/,
      "",
    );
    console.log(
      made
        ? `Open ${address}/lo/invitation within a day and enter the code ${made.code}; the user name is ${made.login}.`
        : "There is an administrator already: further accounts are made on the page Accounts.",
    );
  } finally {
    await sql.end();
  }
});
