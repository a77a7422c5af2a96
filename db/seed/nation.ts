import postgres from "postgres";
import { fullNation, loadNation, tenthOfNation } from "./nation/load";
import { seedReference } from "./reference";

// `npm run seed:nation`: 8,600 villages into the database of DATABASE_OWNER_URL, for measuring; with `-- tenth` a tenth of them.
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
const size = process.argv.includes("tenth") ? tenthOfNation : fullNation;
await loadNation(sql, size, (step) => console.log(`${step}, ${seconds()}`));
const [counts] = await sql`
  select count(*) as villages, count(distinct district_id) as districts, (select count(*) from map_features) as features,
    (select count(*) from actions) as actions, (select count(*) from data_values) as values from workshops`;
console.log(
  `${counts?.villages} villages of ${counts?.districts} districts, ${counts?.features} features, ${counts?.actions} actions, ${counts?.values} monthly values after ${seconds()}`,
);
await sql.end();
