import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { workshops } from "@/db/schema/workshops";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { startClockAt } from "@/lib/clock";
import { applyPlaceChange, previewPlaceChange } from "./change-commands";
import { districtAsOf, districtsAsOf, placePath } from "./queries";
import { searchPlaces } from "./search-queries";
import { placesFor, type TestPlace } from "./testing";

let db: TestDatabase;
let make: Awaited<ReturnType<typeof placesFor>>["make"];
let [north, south, village, neighbour]: TestPlace[] = [];
let province: TestPlace;
const administrator = actorFor({ role: "administrator", nation: true });
const decree = "Decree 1/TEST";

beforeAll(async () => {
  db = await testDatabase();
  startClockAt("2026-11-21T05:00:00Z");
});
beforeEach(async () => {
  const places = await placesFor(db.owner);
  make = places.make;
  province = await make({ level: "province" });
  north = await make({ parent: province, level: "district", nameLo: "ເໜືອ", nameEn: "North" });
  south = await make({ parent: province, level: "district", nameLo: "ໃຕ້", nameEn: "South" });
  village = await make({ parent: north, level: "village", nameLo: "ນາແກ", nameEn: "Nakae" });
  neighbour = await make({ parent: north, level: "village", nameLo: "ນາດີ", nameEn: "Nadi" });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const id = (place: TestPlace | undefined) => place?.id as string;
const change = (rest: object) => ({ id: randomUUID(), date: "2026-06-01", decree, ...rest });
const governorOf = (district: string) => actorFor({ role: "governor_office", districtIds: [district] });
const facilitatorOf = (district: string) => actorFor({ role: "facilitator", districtIds: [district] });
const workshopsSeenBy = (district: string) =>
  withScope(governorOf(district).scope, (tx) => tx.select().from(workshops).where(undefined));

async function recordWorkshop(place: string, district: string, startDate = "2026-03-10") {
  const fields = { module: "3", level: "village", startDate } as const;
  const made = newChange({ type: "workshop", place, fields, madeAt: new Date("2026-03-11T00:00:00Z") });
  expect((await applyChange(facilitatorOf(district), made)).status).toBe("accepted");
  return made;
}

describe("a workshop held before a merger", () => {
  it("shows under its old district for that date, and the new governor sees it today", async () => {
    const { subject } = await recordWorkshop(id(village), id(north));
    await applyPlaceChange(administrator, change({ kind: "merge", fromIds: [id(north)], into: id(south) }));

    expect((await workshopsSeenBy(id(south))).map((row) => row.id)).toContain(subject);
    expect(await workshopsSeenBy(id(north))).toEqual([]);
    const reader = governorOf(id(south));
    expect((await districtAsOf(reader, id(village), "2026-03-10"))?.nameEn).toBe("North");
    expect((await districtAsOf(reader, id(village), "2026-05-31"))?.id).toBe(id(north));
    expect((await districtAsOf(reader, id(village), "2026-06-01"))?.id).toBe(id(south));
    const pairs = ["2026-03-10", "2026-11-21"].map((date) => ({ villageId: id(village), date }));
    const labels = await districtsAsOf(reader, pairs);
    expect(pairs.map(({ date }) => labels.get(`${id(village)} ${date}`)?.nameEn)).toEqual(["North", "South"]);
  });

  it("goes on being written: by the new district's people; what the old one's had written before still arrives", async () => {
    const made = await recordWorkshop(id(village), id(north));
    await applyPlaceChange(administrator, change({ kind: "merge", fromIds: [id(north)], into: id(south) }));
    const later = { ...made, id: randomUUID(), fields: { venue: "ສະໂມສອນ" }, base: { venue: null } };
    expect((await applyChange(facilitatorOf(id(south)), later)).status).toBe("accepted");
    const old = { ...later, id: randomUUID(), fields: { note: "ຂຽນກ່ອນ" }, base: { note: null } };
    expect(await applyChange(facilitatorOf(id(north)), old)).toMatchObject({
      status: "accepted",
      elsewhere: true,
    });
    const [row] = await db.owner`select district_id, note from workshops where id = ${made.subject}`;
    expect(row).toEqual({ district_id: id(south), note: "ຂຽນກ່ອນ" });
    expect(await workshopsSeenBy(id(north))).toEqual([]);

    const stranger = await make({ parent: province, level: "district" });
    const foreign = { ...old, id: randomUUID() };
    expect(await applyChange(facilitatorOf(id(stranger)), foreign)).toMatchObject({ code: "forbidden" });
    await db.owner`update place_moves set recorded_at = now() - interval '91 days'`;
    const muchLater = { ...old, id: randomUUID() };
    expect(await applyChange(facilitatorOf(id(north)), muchLater)).toMatchObject({ code: "forbidden" });
    expect(await applyChange(facilitatorOf(id(north)), old)).toMatchObject({ status: "duplicate" });
  });

  it("comes to phones of the new district that had already passed its place in the queue", async () => {
    const { subject } = await recordWorkshop(id(village), id(north));
    const [before] = await db.owner`select pg_current_xact_id()::text::bigint as now`;
    await applyPlaceChange(administrator, change({ kind: "merge", fromIds: [id(north)], into: id(south) }));
    const [row] =
      await db.owner`select district_id, xid::text::bigint as xid from changes where subject_id = ${subject}`;
    expect(row?.district_id).toBe(id(south));
    expect(Number(row?.xid)).toBeGreaterThan(Number(before?.now));
  });
});

describe("who may change the tree", () => {
  it("an administrator may; every other role is refused, whatever it covers", async () => {
    const event = change({ kind: "reparent", placeIds: [id(village)], parentId: id(south) });
    for (const role of ["facilitator", "governor_office", "province", "ministry", "health_office"] as const) {
      const actor = actorFor({ role, districtIds: [id(north), id(south)], nation: role === "ministry" });
      await expect(applyPlaceChange(actor, event)).rejects.toMatchObject({ code: "forbidden" });
      await expect(previewPlaceChange(actor, event)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await applyPlaceChange(administrator, event)).villages).toBe(1);
  });

  it("the database refuses the mover to anyone else, even called by hand", async () => {
    await expect(
      withScope(governorOf(id(north)).scope, (tx) =>
        tx.execute(`select move_village_records('${id(village)}', '${id(south)}')`),
      ),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  it("the same event again changes nothing; the same id with other content is a conflict", async () => {
    const event = change({ kind: "reparent", placeIds: [id(village)], parentId: id(south) });
    expect((await applyPlaceChange(administrator, event)).repeated).toBe(false);
    expect((await applyPlaceChange(administrator, event)).repeated).toBe(true);
    const [row] =
      await db.owner`select count(*)::int as n from place_parents where child_id = ${id(village)}`;
    expect(row?.n).toBe(2);
    await expect(applyPlaceChange(administrator, { ...event, decree: "another" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the six events", () => {
  it("create: stands from its date, is found, and is in the audit", async () => {
    const made = randomUUID();
    const event = change({
      kind: "create",
      place: { id: made, nameLo: "ໂພນທອງໃໝ່", nameEn: "Phonthong Mai", level: "village", parentId: id(south) },
    });
    await applyPlaceChange(administrator, event);
    const [row] = await db.owner`select * from places where id = ${made}`;
    expect(row).toMatchObject({ district_id: id(south), province_id: province.id });
    expect((await searchPlaces(administrator, "Phone thong may")).map((place) => place.id)).toContain(made);
    const [audit] = await db.owner`select author_id, kind from changes where id = ${event.id}`;
    expect(audit).toMatchObject({ author_id: administrator.userId, kind: "placeChange.record" });
  });

  it("rename: the old name holds before its date, and both names find the place", async () => {
    await applyPlaceChange(
      administrator,
      change({ kind: "rename", placeId: id(village), nameLo: "ວັງໄຮ", nameEn: "Vanghai" }),
    );
    const nameOn = async (date?: string) =>
      (await placePath(administrator, id(village), date)).at(-1)?.nameEn;
    expect([await nameOn("2026-05-31"), await nameOn("2026-06-01"), await nameOn()]).toEqual([
      "Nakae",
      "Vanghai",
      "Vanghai",
    ]);
    for (const name of ["Nakae", "ວັງໄຮ"]) {
      const found = await searchPlaces(administrator, name, { districtId: id(north) });
      expect(found[0]?.id).toBe(id(village));
    }
  });

  it("split: the part takes its villages, the rest stays", async () => {
    const east = randomUUID();
    await recordWorkshop(id(neighbour), id(north));
    const parts = [{ id: east, nameLo: "ຕາເວັນອອກ", nameEn: "East", childIds: [id(neighbour)] }];
    const outcome = await applyPlaceChange(
      administrator,
      change({ kind: "split", fromId: id(north), keeps: true, parts }),
    );
    expect(outcome.villages).toBe(1);
    expect(await workshopsSeenBy(east)).toHaveLength(1);
    const rows =
      await db.owner`select id, district_id from places where id in (${id(village)}, ${id(neighbour)})`;
    expect(Object.fromEntries(rows.map((row) => [row.id, row.district_id]))).toEqual({
      [id(village)]: id(north),
      [id(neighbour)]: east,
    });
  });

  it("merge of villages: the ended village keeps its records where the new one is", async () => {
    const { subject } = await recordWorkshop(id(neighbour), id(north));
    await applyPlaceChange(
      administrator,
      change({ kind: "merge", fromIds: [id(neighbour)], into: id(village) }),
    );
    const [row] = await db.owner`select valid_to::text from places where id = ${id(neighbour)}`;
    expect(row?.valid_to).toBe("2026-06-01");
    await applyPlaceChange(
      administrator,
      change({ kind: "merge", date: "2026-07-01", fromIds: [id(north)], into: id(south) }),
    );
    expect((await workshopsSeenBy(id(south))).map((seen) => seen.id)).toContain(subject);
  });

  it("abolish: only what holds nothing", async () => {
    await expect(
      applyPlaceChange(administrator, change({ kind: "abolish", placeId: id(north) })),
    ).rejects.toMatchObject({
      details: { reason: "has_children" },
    });
    await applyPlaceChange(administrator, change({ kind: "abolish", placeId: id(village) }));
    expect((await placePath(administrator, id(village), "2026-01-01")).map((step) => step.level)).toContain(
      "district",
    );
  });

  it("refuses the future and what lies before the last change", async () => {
    const move = (date: string, parent: TestPlace | undefined) =>
      applyPlaceChange(
        administrator,
        change({ date, kind: "reparent", placeIds: [id(village)], parentId: id(parent) }),
      );
    await expect(move("2026-11-22", south)).rejects.toMatchObject({ details: { reason: "in_the_future" } });
    await move("2026-06-01", south);
    await expect(move("2026-05-01", north)).rejects.toMatchObject({
      details: { reason: "before_last_change" },
    });
    await move("2026-08-01", north);
    expect((await districtAsOf(administrator, id(village), "2026-07-01"))?.id).toBe(id(south));
  });
});

it("says beforehand what would move", async () => {
  await recordWorkshop(id(village), id(north));
  const preview = await previewPlaceChange(
    administrator,
    change({ kind: "merge", fromIds: [id(north)], into: id(south) }),
  );
  expect(preview).toMatchObject({ villages: 2, records: 1, ended: [id(north)] });
  expect(await workshopsSeenBy(id(north))).toHaveLength(1);
});
