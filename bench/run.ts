import { checkAgreement } from "./agreement";
import { measureBudgets } from "./budgets";
import { measureImport } from "./import";
import { measurePages } from "./pages";
import { keepResult } from "./results";
import { measureSaving } from "./saving";
import { measureSync } from "./sync";

// `npm run bench` measures everything, `npm run bench -- sync` that part alone; each writes its own part of bench/results.json.
const parts = {
  pages: measurePages,
  budgets: measureBudgets,
  saving: measureSaving,
  sync: measureSync,
  import: measureImport,
  agreement: checkAgreement,
} as const satisfies Readonly<Record<string, () => Promise<object>>>;

const asked = process.argv.slice(2);
for (const name of asked) if (!Object.hasOwn(parts, name)) throw new Error(`No part is called ${name}`);
for (const [name, measure] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) keepResult(name, await measure());
