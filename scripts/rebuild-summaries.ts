import postgres from "postgres";
import { main, PlainError } from "./plain";

/** Adds every value up anew and says whether the sums kept beside them were right; puts them right if not. */
await main(async () => {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url)
    throw new PlainError("DATABASE_OWNER_URL is not set: the sums are rebuilt as the owner of the database.");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`
      select rebuild_district_months()::int as wrong, (select count(*)::int from data_values) as values`;
    console.log(
      row?.wrong === 0
        ? `The sums of ${row.values} values are right.`
        : `${row?.wrong} sums were wrong and are right now (${row?.values} values).`,
    );
  } finally {
    await sql.end();
  }
});
