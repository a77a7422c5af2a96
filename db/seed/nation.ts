import postgres from "postgres";
import { fullNation, loadNation } from "./nation/load";
import { seedReference } from "./reference";

// `npm run seed:nation`: 8,600 villages into the database of DATABASE_OWNER_URL, for measuring.
const url = process.env.DATABASE_OWNER_URL;
if (!url) {
  console.error(
    "DATABASE_OWNER_URL is not set: the national load runs as the owner of a database made for measuring.",
  );
  process.exit(1);
}
const sql = postgres(url, { max: 1, onnotice: () => {} });
const started = performance.now();
const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
await seedReference(sql);
await loadNation(sql, fullNation, (step) => console.log(`${step}, ${seconds()}`));
const [counts] = await sql`
  select (select count(*) from places where level = 'village') as villages, (select count(*) from map_features) as features,
    (select count(*) from actions) as actions`;
console.log(
  `${counts?.villages} villages, ${counts?.features} features, ${counts?.actions} actions after ${seconds()}`,
);
await sql.end();
