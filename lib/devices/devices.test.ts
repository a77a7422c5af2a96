import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { newChange } from "@/lib/changes/new-change";
import { takeReport } from "@/lib/sync/contact";
import { receiveChanges } from "@/lib/sync/receive";
import { devicesFor, quarantineCount, quarantineFor } from "./queries";

let server: TestDatabase;
let north: TestDistrict;
let south: TestDistrict;

beforeAll(async () => {
  server = await testDatabase();
  [north, south] = [await makeDistrict(server.owner), await makeDistrict(server.owner)];
});
afterAll(async () => {
  await closeDatabase();
  await server.drop();
});

async function person(role: Role, { districtId }: TestDistrict): Promise<Actor> {
  const actor = actorFor({ role, districtIds: role === "administrator" ? [] : [districtId] });
  const { userId } = actor;
  const login = `u${userId.slice(0, 20)}`;
  await server.owner`insert into users (id, login, display_name) values (${userId}, ${login}, ${login})`;
  await server.owner`insert into assignments (id, user_id, role, place_id, from_date)
    values (${randomUUID()}, ${userId}, ${role}, ${districtId}, '2024-01-01')`;
  return actor;
}

async function phoneOf({ userId }: Actor): Promise<string> {
  const id = randomUUID();
  await server.owner`insert into devices (id, user_id, public_key, label) values (${id}, ${userId}, '{}', 'phone')`;
  return id;
}

test("an office sees the phones of its own district with what waits on them, an administrator all, others none", async () => {
  const [here, there] = [await person("facilitator", north), await person("facilitator", south)];
  const [near, far] = [await phoneOf(here), await phoneOf(there)];
  await takeReport(here, { device: near, waiting: 3, photos: 1, conflicts: 2, rejects: 4 });
  await takeReport(here, { device: far, waiting: 99, photos: 0, conflicts: 0, rejects: 0 });
  const office = await devicesFor(await person("health_office", north), "");
  expect(office.devices).toMatchObject([{ id: near, waiting: 3, photos: 1, conflicts: 2, rejects: 4 }]);
  const all = await devicesFor(await person("administrator", north), "");
  expect(all.devices.map(({ id }) => id).sort()).toEqual([near, far].sort());
  expect(all.devices.find(({ id }) => id === far)).toMatchObject({ waiting: 0, reported_at: null });
  for (const role of ["facilitator", "governor_office", "ministry", "partner"] as const)
    await expect(devicesFor(await person(role, north), "")).rejects.toMatchObject({ code: "forbidden" });
});

test("the administrator reads what waits, but never what a map entry says; nobody else counts or reads it", async () => {
  const carrier = await person("facilitator", north);
  const place = north.villageIds[0] as string;
  const made = { place, madeAt: new Date(), device: randomUUID() };
  const problem = newChange({
    type: "problem",
    ...made,
    fields: { workshopId: randomUUID(), statement: "ທາງຂາດ" },
  });
  const point = {
    type: "Point" as const,
    coordinates: [0.5, 0.5] as [number, number],
    space: "sketch" as const,
  };
  const drawn = {
    mapId: randomUUID(),
    category: "school",
    geometry: point,
    season: "all" as const,
    sensitive: true,
    label: "secret",
  };
  const feature = newChange({ type: "feature", ...made, fields: drawn });
  await receiveChanges(carrier, { device: null, epoch: null, changes: [problem, feature] });
  const administrator = await person("administrator", north);
  const { rows, total } = await quarantineFor(administrator);
  expect(total).toBe(2);
  expect(rows.find(({ kind }) => kind === "problem.record")).toMatchObject({
    reason: "unsigned",
    said: { statement: "ທາງຂາດ" },
    author: null,
    carrier: carrier.userId && `u${carrier.userId.slice(0, 20)}`,
    place_lo: "ບ້ານທົດສອບ 1",
  });
  expect(rows.find(({ kind }) => kind === "feature.record")?.said).toBeNull();
  expect(JSON.stringify(rows)).not.toContain("secret");
  expect(await quarantineCount(administrator)).toBe(2);
  const office = await person("health_office", north);
  expect(await quarantineCount(office)).toBe(0);
  await expect(quarantineFor(office)).rejects.toMatchObject({ code: "forbidden" });
});
