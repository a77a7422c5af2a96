import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { roles } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { publishTable, withdrawTable } from "./commands";
import { addQuarters, monthsOfQuarter, newestSettled } from "./quarters";
import { previewOf, publications, publishedTable } from "./queries";
import { viewOf } from "./view";

let db: TestDatabase;
let places: readonly TestDistrict[];
let quarter = newestSettled(today());
const ministry = actorFor({ role: "ministry", nation: true });
const partner = actorFor({ role: "partner", nation: true });

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});
// Each test has a quarter and three districts of one province of its own.
beforeEach(async () => {
  quarter = addQuarters(quarter, -1);
  places = [await makeDistrict(db.owner), await makeDistrict(db.owner), await makeDistrict(db.owner)];
  const [first] = places as [TestDistrict];
  await db.owner`update places set province_id = ${first.provinceId}
    where id = any(${places.map(({ districtId }) => districtId)})`;
});

/** ANC1 and ANC4 as health facilities counted them in the quarter's first month. */
async function counted(values: readonly (readonly [anc1: number, anc4: number])[], of = quarter) {
  await db.owner`delete from district_months where period = ${monthsOfQuarter(of)[0] as number}`;
  for (const [at, pair] of values.entries())
    for (const [which, code] of (["ANC1", "ANC4"] as const).entries())
      await db.owner`
        insert into district_months (district_id, total, reporters, period, element_number, source)
        select ${places[at]?.districtId as string}, ${pair[which] as number}, 1, ${monthsOfQuarter(of)[0] as number}, number, 2
        from data_elements where code = ${code}`;
}

async function publish(extra: object = {}, of = quarter) {
  const preview = await previewOf(ministry, { table: "antenatal", quarter: of });
  if (!preview) throw new Error("nothing to look at");
  const { version, digest } = preview;
  const input = {
    changeId: randomUUID(),
    table: "antenatal" as const,
    quarter: of,
    version,
    seen: digest,
    ...extra,
  };
  return { id: await publishTable(ministry, input), input };
}

const told = async (actor: typeof partner, id: string) => {
  const view = viewOf(await publishedTable(actor, id));
  return Object.fromEntries(
    view.lines.map(({ placeId, level, quarter: [, anc4] }) => [
      level === "district" ? places.findIndex(({ districtId }) => districtId === placeId) : level,
      anc4 && anc4 !== "hidden" && "k" in anc4 ? anc4.k : anc4,
    ]),
  );
};

describe("publishing", () => {
  test("a partner reads what may be shown, and nothing before it is published", async () => {
    await counted([
      [30, 3],
      [40, 20],
      [50, 30],
    ]);
    const preview = await previewOf(ministry, { table: "antenatal", quarter });
    const district = (at: number) => preview?.rows.find(({ placeId }) => placeId === places[at]?.districtId);
    expect(district(0)?.why[1]).toBe("small");
    expect(district(0)?.truth[1]).toMatchObject({ k: 3 });
    expect(district(1)?.why[1]).toBe("cover");
    expect((await publications(partner)).filter((one) => one.quarter === quarter)).toEqual([]);
    const { id } = await publish();
    expect(await told(partner, id)).toEqual({ 0: "hidden", 1: "hidden", 2: 30, province: 53, nation: 53 });
    const [row] =
      await db.owner`select string_agg(cells::text, '') as all from published_rows where publication_id = ${id}`;
    expect(row?.all).not.toMatch(/"k": (3|20)\b/);
  });

  test("later reports change nothing of it", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const { id } = await publish();
    await counted([
      [30, 16],
      [40, 28],
      [50, 39],
    ]);
    expect(await told(partner, id)).toMatchObject({ 0: 10, 1: 20, 2: 30, nation: 60 });
  });

  test.each(roles.filter((role) => role !== "ministry"))("is refused to %s", async (role) => {
    const actor = actorFor(
      role === "administrator" || role === "partner"
        ? { role, nation: true }
        : { role, districtIds: [places[0]?.districtId as string] },
    );
    expect(() => previewOf(actor, { table: "plans", quarter })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
    const input = {
      changeId: randomUUID(),
      table: "plans" as const,
      quarter,
      version: 1,
      seen: "0".repeat(64),
    };
    expect(() => publishTable(actor, input)).toThrow(expect.objectContaining({ code: "forbidden" }));
    const change = newChange({
      type: "publication",
      place: null,
      fields: { table: "plans", quarter, version: 1 },
      madeAt: new Date(),
    });
    expect(await applyChange(actor, change)).toMatchObject({ status: "rejected", code: "forbidden" });
  });

  test("is refused to a ministry's person whose place is not the nation", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const preview = await previewOf(ministry, { table: "antenatal", quarter });
    const local = actorFor({ role: "ministry", districtIds: [places[0]?.districtId as string] });
    const input = {
      changeId: randomUUID(),
      table: "antenatal" as const,
      quarter,
      version: 1,
      seen: preview?.digest ?? "",
    };
    await expect(publishTable(local, input)).rejects.toThrow();
    expect((await publications(partner)).filter((one) => one.quarter === quarter)).toEqual([]);
  });

  test("sent twice is one table; what has changed since it was looked at is refused", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const { id, input } = await publish();
    expect(await publishTable(ministry, input)).toBe(id);
    expect((await publications(partner)).filter((one) => one.quarter === quarter)).toHaveLength(1);
    await expect(publish({ seen: "0".repeat(64), version: 2, reason: "x" })).rejects.toMatchObject({
      code: "stale",
    });
  });

  test("refuses a quarter that is not over, and one in which nothing was counted", async () => {
    const coming = addQuarters(newestSettled(today()), 1);
    await expect(previewOf(ministry, { table: "antenatal", quarter: coming })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(publish()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("afterwards", () => {
  test("a correction needs its reason, keeps what was hidden, and takes the place of the first", async () => {
    await counted([
      [30, 3],
      [40, 20],
      [50, 30],
    ]);
    const first = await publish();
    await counted([
      [30, 13],
      [40, 20],
      [50, 32],
    ]);
    await expect(publish()).rejects.toMatchObject({
      code: "invalid",
      details: { fields: { reason: "missing" } },
    });
    const second = await publish({ reason: "ບົດລາຍງານມາຊ້າ" });
    expect(await told(partner, second.id)).toEqual({
      0: "hidden",
      1: "hidden",
      2: 30,
      province: 63,
      nation: 63,
    });
    const replaced = await publishedTable(partner, first.id);
    expect(replaced).toMatchObject({ rows: [], later: { id: second.id, version: 2 } });
    const listed = (await publications(partner)).filter((one) => one.quarter === quarter);
    expect(listed).toMatchObject([{ id: second.id, version: 2, reason: "ບົດລາຍງານມາຊ້າ" }]);
  });

  test("withdrawn once, with a reason; nobody reads its figures, and what comes after is its correction", async () => {
    await counted([
      [30, 3],
      [40, 20],
      [50, 30],
    ]);
    const { id } = await publish();
    const input = { changeId: randomUUID(), subject: randomUUID(), publicationId: id, reason: "ນັບຜິດ" };
    await expect(withdrawTable(partner, input)).rejects.toMatchObject({ code: "forbidden" });
    await withdrawTable(ministry, input);
    await withdrawTable(ministry, input);
    await expect(withdrawTable(ministry, { ...input, changeId: randomUUID() })).rejects.toMatchObject({
      code: "conflict",
    });
    for (const actor of [partner, ministry])
      expect(await publishedTable(actor, id)).toMatchObject({
        rows: [],
        publication: { withdrawnWhy: "ນັບຜິດ" },
      });
    const seen = await withScope(partner.scope, (tx) =>
      tx.execute(sql`select from published_rows where publication_id = ${id}`),
    );
    expect(seen).toHaveLength(0);
    await counted([
      [30, 13],
      [40, 20],
      [50, 30],
    ]);
    expect((await previewOf(ministry, { table: "antenatal", quarter }))?.version).toBe(2);
    const again = await publish({ reason: "ນັບໃໝ່" });
    expect(await told(partner, again.id)).toMatchObject({ 0: "hidden", 2: 30 });
  });

  test("what was published cannot be changed, not even by the ministry's own hand", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const { id } = await publish();
    for (const statement of [
      sql`update published_rows set cells = '[]' where publication_id = ${id}`,
      sql`delete from published_rows where publication_id = ${id}`,
      sql`update publications set quarter = 1 where id = ${id}`,
    ])
      await expect(withScope(ministry.scope, (tx) => tx.execute(statement))).rejects.toThrow();
    const edited = newChange({
      type: "publication",
      subject: id,
      place: null,
      fields: { reason: "x" },
      madeAt: new Date(),
    });
    expect(await applyChange(ministry, edited)).toMatchObject({ status: "rejected", code: "conflict" });
  });

  test("twelve months are four published quarters", async () => {
    const last = quarter;
    const made: string[] = [];
    for (const back of [3, 2, 1, 0]) {
      const of = addQuarters(last, -back);
      await counted(
        [
          [30, back === 1 ? 3 : 10],
          [40, 20],
          [50, 30],
        ],
        of,
      );
      made.push((await publish({}, of)).id);
    }
    const [id = "", before = ""] = made.reverse();
    expect(viewOf(await publishedTable(partner, before)).hasYear).toBe(false);
    const view = viewOf(await publishedTable(partner, id));
    const year = (place: string | undefined) => view.lines.find(({ placeId }) => placeId === place)?.year[1];
    expect(year(places[0]?.districtId)).toBe("hidden");
    expect(year(places[2]?.districtId)).toMatchObject({ k: 120 });
    quarter = addQuarters(last, -3);
  });
});

describe("whose places", () => {
  test("a partner of one district reads it and the totals above, nobody else anything", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const { id } = await publish();
    const own = actorFor({ role: "partner", districtIds: [places[1]?.districtId as string] });
    expect(await told(own, id)).toEqual({ 1: 20, province: 60, nation: 60 });
    const elsewhere = await makeDistrict(db.owner);
    const other = actorFor({ role: "partner", districtIds: [elsewhere.districtId] });
    expect(await told(other, id), "of another province only the nation").toEqual({ nation: 60 });
    for (const role of [
      "facilitator",
      "health_office",
      "governor_office",
      "province",
      "mentor",
      "administrator",
    ] as const) {
      const actor = actorFor({ role, districtIds: [places[1]?.districtId as string] });
      expect(() => publishedTable(actor, id), role).toThrow(expect.objectContaining({ code: "forbidden" }));
      const rows = await withScope(actor.scope, (tx) => tx.execute(sql`select from published_rows`));
      expect(rows, role).toHaveLength(0);
    }
    await expect(publishedTable(partner, randomUUID())).rejects.toMatchObject({ code: "not_found" });
    await expect(publishedTable(partner, "no-id")).rejects.toMatchObject({ code: "not_found" });
  });

  test("a partner reads none of the numbers behind it", async () => {
    await counted([
      [30, 10],
      [40, 20],
      [50, 30],
    ]);
    const behind = await withScope(partner.scope, (tx) =>
      tx.execute(
        sql`select 1 from district_months union all select 1 from data_values union all select 1 from actions`,
      ),
    );
    expect(behind).toHaveLength(0);
    await expect(
      withScope(partner.scope, (tx) => tx.execute(sql`select trust_of_quarter('2026-01-01', '2026-04-01')`)),
    ).rejects.toThrow();
  });
});
