import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { seedReference } from "@/db/seed/reference";
import { instrumentId } from "@/db/seed/reference/instruments";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { applyChange } from "@/lib/changes/apply";
import { newChange } from "@/lib/changes/new-change";
import { today } from "@/lib/clock";
import { lastFullMonth, monthsUntil } from "@/lib/indicators/months";
import { giveInstruction } from "@/lib/instructions/commands";
import { putOff } from "./commands";
import { matterOfKey, watchedDistrict } from "./queries";

let db: TestDatabase;
let here: TestDistrict;
let elsewhere: TestDistrict;
let facility: string;
let signal: string;
const of = (role: "governor_office" | "health_office" | "province" | "facilitator" | "partner") =>
  actorFor({ role, districtIds: [here.districtId] });
const governor = () => of("governor_office");

/** Twenty months, ten high and ten low. */
const fall = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9, 3, 4, 3, 2, 4, 3, 2, 3, 4, 3];

beforeAll(async () => {
  db = await testDatabase();
  await seedReference(db.owner);
  here = await makeDistrict(db.owner);
  elsewhere = await makeDistrict(db.owner);
  facility = randomUUID();
  signal = `signal:${facility}:ANC4_COV`;
  const [village] = here.villageIds;
  await db.owner`insert into facilities (id, type, name_lo, name_en, district_id, village_id, source)
    values (${facility}, 'health_centre_a', 'ສຸກສາລາ', 'Centre', ${here.districtId}, ${village as string}, 'test')`;
  const months = monthsUntil(lastFullMonth(today()), fall.length);
  const rows = fall.map((value, at) => ({ value, period: months[at] }));
  await db.owner`
    insert into data_values (district_id, reporter_kind, reporter_id, element_number, period, source, value, status)
    select ${here.districtId}, 2, ${facility}, e.number, r.period, 2, r.value, 2
    from jsonb_to_recordset(${db.owner.json(rows)}) as r(value int, period int), data_elements e where e.code = 'ANC4'`;
  await db.owner`select rebuild_district_months()`;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

async function listOf(actor = governor()) {
  return (await watchedDistrict(actor, here.districtId)).attention;
}
const keys = ({ open }: { open: readonly { entry: { key: string } }[] }) =>
  open.map(({ entry }) => entry.key);

describe("the watched district", () => {
  it.each(["governor_office", "health_office", "province"] as const)(
    "tells %s of a service that fell",
    async (role) => {
      const { open } = await listOf(of(role));
      expect(open).toMatchObject([
        { entry: { key: signal, facilityId: facility, series: { verdict: "worse" } } },
      ]);
    },
  );

  it("is closed to another district's governor, and to who reviews nothing", async () => {
    const other = actorFor({ role: "governor_office", districtIds: [elsewhere.districtId] });
    for (const actor of [other, of("facilitator"), of("partner")])
      expect(() => watchedDistrict(actor, here.districtId)).toThrow(
        expect.objectContaining({ code: "forbidden" }),
      );
    const own = await watchedDistrict(other, elsewhere.districtId);
    expect(own.watch).toMatchObject({
      facilities: [],
      cells: [],
      districtCells: [],
      reporters: [],
      trust: [],
    });
    expect(own.notes).toEqual([]);
  });

  it("shows rounds of trust of ten and more to those who read the villages' own pages", async () => {
    const [village, other] = here.villageIds as [string, string];
    for (const [place, people] of [
      [village, 12],
      [other, 9],
    ] as const) {
      // biome-ignore format: two rows
      const round = randomUUID();
      await db.owner`insert into trust_rounds (id, district_id, village_id, created_by, updated_by, instrument_id, wave,
          start_date, interviewer, exposure_groups, closed)
        values (${round}, ${here.districtId}, ${place}, ${round}, ${round}, ${instrumentId("lao-8")}, 'baseline', ${today()},
          'lao_front', '[]', true)`;
      await db.owner`insert into trust_answers (district_id, village_id, round_id, instrument_id, item_values, score, released)
        select ${here.districtId}, ${place}, ${round}, ${instrumentId("lao-8")}, '{1}', g % 3, true
        from generate_series(1, ${people}) g`;
    }
    const { watch } = await watchedDistrict(governor(), here.districtId);
    expect(watch.trust).toEqual([
      expect.objectContaining({ villageId: village, n: 12, sum: 12, squares: 20, items: 8, scale: "agree3" }),
    ]);
    expect(keys(await listOf())).toContain(`trust:${village}`);
    expect((await watchedDistrict(of("province"), here.districtId)).watch.trust).toBeNull();
  });
});

describe("instructing on a matter", () => {
  it("stays with it, for whoever reviews the district", async () => {
    const matter = await matterOfKey(governor(), signal);
    expect(matter).toMatchObject({ kind: "signal", nameEn: "Centre", serviceEn: "Four antenatal visits" });
    const asked = { changeId: randomUUID(), subject: randomUUID(), place: here.districtId, about: signal };
    await giveInstruction(governor(), { ...asked, toOffice: "district_health_office", text: "ອະທິບາຍ" });
    const { open, waiting } = await listOf(of("health_office"));
    expect(keys({ open })).not.toContain(signal);
    expect(waiting).toMatchObject([{ entry: { key: signal }, instructions: [{ id: asked.subject }] }]);
    await db.owner`delete from instructions`;
  });
});

describe("putting a matter off", () => {
  const off = () => ({
    changeId: randomUUID(),
    subject: randomUUID(),
    place: here.districtId,
    about: signal,
    days: "30" as const,
    reason: "ລໍຖ້າງົບປະມານ",
  });

  it("keeps how bad it was, and takes it off the list", async () => {
    const input = off();
    await putOff(governor(), input);
    const { open, waiting } = await listOf();
    expect(keys({ open })).not.toContain(signal);
    expect(waiting).toMatchObject([{ note: { reason: input.reason, level: 3, date: today() } }]);
  });

  it("counts once when the form is sent twice", async () => {
    const input = off();
    await putOff(governor(), input);
    await putOff(governor(), input);
    expect(await db.owner`select 1 from attention_notes where id = ${input.subject}`).toHaveLength(1);
  });

  it("is for the governor's office of the district alone", async () => {
    const other = actorFor({ role: "governor_office", districtIds: [elsewhere.districtId] });
    for (const actor of [of("health_office"), of("province"), of("facilitator"), other])
      await expect(putOff(actor, off())).rejects.toMatchObject({ code: "forbidden" });
  });

  it("refuses what is on nobody's list", async () => {
    await expect(putOff(governor(), { ...off(), about: `trust:${randomUUID()}` })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the programme's own dates", () => {
  it("late steps of mentorship come up by place, with no word of whose they are; put off, they wait", async () => {
    const mentor = actorFor({ role: "mentor", districtIds: [here.districtId] });
    const write = async (type: "mentoringSession" | "nextStep", fields: object) => {
      const change = newChange({ type, place: here.districtId, fields, madeAt: new Date() });
      expect(await applyChange(mentor, change)).toMatchObject({ status: "accepted" });
      return change.subject;
    };
    const sessionId = await write("mentoringSession", { startDate: "2026-01-05", venue: "health_centre" });
    const step = {
      sessionId,
      facilityId: facility,
      menteeId: randomUUID(),
      lead: "mentee",
      date: "2026-01-05",
    };
    await write("nextStep", { ...step, what: "ລັບ", due: "2026-02-01", status: "in_progress" });
    await write("nextStep", { ...step, what: "ລັບ", due: "2026-02-01", status: "done" });
    const key = `mentor_step:${facility}`;
    const watched = await watchedDistrict(governor(), here.districtId);
    const told = watched.attention.open.find(({ entry }) => entry.key === key);
    expect(told?.entry).toMatchObject({ late: 1, ofMentees: 1 });
    expect(JSON.stringify(watched)).not.toContain("ລັບ");
    expect(await matterOfKey(governor(), key)).toMatchObject({ nameEn: "Centre", kind: "mentor_step" });
    const form = { changeId: randomUUID(), subject: randomUUID(), place: here.districtId, about: key };
    await putOff(governor(), { ...form, days: "30", reason: "ລໍຖ້າ" });
    expect(keys(await listOf())).not.toContain(key);
  });
});
