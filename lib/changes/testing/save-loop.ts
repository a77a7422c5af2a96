import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";

// A server of its own for killed.test.ts: applies the changes it is given, one after the other, and says which it took.
const [, , districtId = "", given = "[]"] = process.argv;
const actor = actorFor({ role: "facilitator", districtIds: [districtId] });
for (const change of JSON.parse(given)) {
  const { id, status } = await applyChange(actor, change);
  process.stdout.write(`${id} ${status}\n`);
}
process.exit(0);
