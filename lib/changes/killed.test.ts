import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { newChange } from "./new-change";
import type { Change } from "./schema";

let db: TestDatabase;
let here: TestDistrict;
beforeAll(async () => {
  db = await testDatabase();
  here = await makeDistrict(db.owner);
});
afterAll(() => db.drop());

const conditions = ["--conditions=react-server", "--import", "tsx", "lib/changes/testing/save-loop.ts"];

/** Sends the changes to a server of its own and kills that after so many answers; the ids it said it had taken. */
async function sendAndKill(changes: readonly Change[], killAfter: number): Promise<string[]> {
  const server: ChildProcess = spawn(
    process.execPath,
    [...conditions, here.districtId, JSON.stringify(changes)],
    {
      env: { ...process.env, DATABASE_URL: db.appUrl },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const exited = once(server, "exit");
  const taken: string[] = [];
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    const [id = "", status] = line.split(" ");
    if (status === "accepted" || status === "duplicate") taken.push(id);
    if (taken.length === killAfter) server.kill("SIGKILL");
  }
  await exited;
  return taken;
}

it("loses nothing it said it had taken and doubles nothing that is sent again, however often it is killed", {
  timeout: 120_000,
}, async () => {
  const fields = { module: "3", level: "village", startDate: "2026-11-20" } as const;
  const place = here.villageIds[0] as string;
  const changes = Array.from({ length: 60 }, () =>
    newChange({ type: "workshop", place, fields, madeAt: new Date() }),
  );
  for (const killAfter of [1, 9, 23, 41]) {
    const taken = await sendAndKill(changes, killAfter);
    const kept = await db.owner`select id from changes where id = any(${taken})`;
    expect(kept).toHaveLength(new Set(taken).size);
  }
  expect(await sendAndKill(changes, Number.POSITIVE_INFINITY)).toHaveLength(changes.length);
  const [counts] = await db.owner`
    select (select count(*)::int from changes) changes, (select count(*)::int from change_payloads) payloads,
      (select count(*)::int from subjects) subjects, (select count(*)::int from workshops) workshops`;
  expect(counts).toEqual({ changes: 60, payloads: 60, subjects: 60, workshops: 60 });
});
