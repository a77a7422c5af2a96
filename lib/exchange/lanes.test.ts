import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, type Transaction, withScope } from "@/db/client";
import { makeDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { districtThatReports } from "@/lib/indicators/testing";
import { writeImport } from "./import-commands";
import { dryRun, makeFacility } from "./testing-imports";

const at = districtThatReports();
afterAll(() => closeDatabase());

let actor: Actor;
let importId: string;
beforeEach(async () => {
  const districts = [at.here, await makeDistrict(at.db.owner)];
  actor = actorFor({ role: "health_office", districtIds: districts.map(({ districtId }) => districtId) });
  const file = await Promise.all(
    districts.map(async ({ districtId, villageIds }) => {
      const code = `HC${randomUUID().slice(0, 6)}`;
      await makeFacility(at.db.owner, { districtId, villageId: villageIds[0] as string, code });
      return { orgUnit: code, dataElement: "ANC1" };
    }),
  );
  importId = await dryRun(actor, file);
});

const chunk = (tx: Transaction, no: number, write: boolean) =>
  tx.execute(sql`select apply_value_chunk(${importId}, ${no}, ${write})`);
/** Fails instead of waiting for what another transaction holds. */
const atOnce = (work: (tx: Transaction) => Promise<unknown>) =>
  withScope(actor.scope, async (tx) => {
    await tx.execute(sql`select set_config('lock_timeout', '2s', true)`);
    return work(tx);
  });

it("writes chunks of two districts beside each other", async () => {
  await at.db.owner`update value_imports set status = 'writing' where id = ${importId}`;
  await withScope(actor.scope, async (tx) => {
    await chunk(tx, 1, true);
    await atOnce((other) => chunk(other, 2, true));
  });
  expect(await writeImport(actor, importId)).toMatchObject({ imported: 2 });
});

it("is not planned anew while a chunk of it is looked at", async () => {
  const plan = (tx: Transaction) => tx.execute(sql`select plan_value_import(${importId})`);
  await withScope(actor.scope, async (tx) => {
    await chunk(tx, 1, false);
    await expect(atOnce(plan)).rejects.toMatchObject({ cause: { code: "55P03" } });
  });
  await atOnce(plan);
});
