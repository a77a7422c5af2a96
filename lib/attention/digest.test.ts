import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { nextDigestReader } from "@/lib/access/digest-reader";
import { startClockAt } from "@/lib/clock";
import { loadMessages } from "@/lib/i18n/load";
import { digestText } from "./digest";
import { digestWeek, type Mail, sendDigests } from "./digest-worker";
import { attentionOf } from "./responses";
import { aDistrict, aFacility, anAction, anInstruction, aRound, aVillage, countsOf, today } from "./testing";

describe("when it is due", () => {
  it.each([
    ["Monday 06:59 in Vientiane", "2026-11-22T23:59:00Z", null],
    ["Monday 07:00", "2026-11-23T00:00:00Z", "2026-11-23"],
    ["Wednesday night", "2026-11-25T16:59:00Z", "2026-11-23"],
    ["Thursday", "2026-11-25T17:00:00Z", null],
    ["Sunday", "2026-11-22T05:00:00Z", null],
  ])("%s", (_title, at, week) => {
    expect(digestWeek(new Date(at))).toBe(week);
  });
});

describe("what it says", () => {
  const messages = loadMessages("en");
  const speech = {
    t: createTranslator({ locale: "en", messages, namespace: "attention" }),
    office: createTranslator({ locale: "en", messages, namespace: "plans.office" }),
    locale: "en" as const,
    today,
    villages: [aVillage({ nameEn: "Namsai" })],
    facilities: [aFacility()],
  };
  const told = (given: Parameters<typeof aDistrict>) =>
    digestText({
      attention: attentionOf({ ...aDistrict(...given), notes: [] }),
      speech,
      district: { nameLo: "ຜາອຸດົມ", nameEn: "Pha Oudom" },
      address: "https://connect.example/en/attention",
    });

  it("names five matters and counts the rest, with where to read on", () => {
    const actions = Array.from({ length: 8 }, (_, at) => anAction({ id: `a${at}`, what: "bridge" }));
    const text = told([{ actions }]);
    expect(text).toMatch(
      /^CONNECT, Pha Oudom, 21 November 2026\n8 things need you today\n1\. Ban Namsai: bridge/,
    );
    expect(text.match(/^\d\. /gm)).toHaveLength(5);
    expect(text).toContain("+3 more");
    expect(text.endsWith("https://connect.example/en/attention")).toBe(true);
  });

  it("carries no words of an instruction, no count of a health centre and no village's trust", () => {
    const fall = [8, 9, 7, 8, 9, 7, 8, 9, 7, 9, 13, 14, 13, 14, 14, 13, 14, 13, 14, 171].map((n) => 180 - n);
    const text = told([
      { instructions: [anInstruction({ date: "2026-11-01", text: "Madam Secret" })] },
      { facilities: [aFacility()], cells: countsOf(fall), trust: [aRound({ mean: 1.2, deviation: 1 })] },
    ]);
    expect(text).toContain("Four antenatal visits: falling · 10 months in a row below the median");
    expect(text).not.toMatch(/\b9 in October|Secret|1\.2|Namsai.*trust/);
    expect(text).toContain("In one village trust is low or has fallen");
  });

  it("cuts long words between letters, not inside them", () => {
    const text = told([{ actions: [anAction({ what: "ຂົວ".repeat(200) })] }]);
    expect(text).toMatch(/(ຂົວ){45}… · 51 days late/);
  });
});

describe("sending", () => {
  let db: TestDatabase;
  let here: TestDistrict;
  const sent: Mail[] = [];
  const keep = async (mail: Mail) => sent.push(mail);

  beforeAll(async () => {
    db = await testDatabase();
    here = await makeDistrict(db.owner);
    startClockAt("2026-11-23T03:00:00Z");
    await office("wants", {});
    await office("wants.none", { weekly_digest: false });
    await office("no.address", { email: null });
    await office("closed", { disabled_at: new Date() });
    await office("made.up", { demonstration: true });
    await office("team", {}, "facilitator");
  });
  afterAll(async () => {
    await closeDatabase();
    await db.drop();
  });

  async function office(login: string, over: Record<string, unknown>, role = "governor_office") {
    const id = randomUUID();
    const person = { id, login, display_name: login, email: `${login}@example.org`, locale: "en", ...over };
    await db.owner`insert into users ${db.owner(person)}`;
    await db.owner`insert into assignments ${db.owner({ id: randomUUID(), user_id: id, role, place_id: here.districtId, from_date: "2024-01-01" })}`;
  }

  it("tries again in an hour when the mail server refused, three times at most", async () => {
    const refuse = async () => Promise.reject(new Error("421 later"));
    for (let times = 0; times < 3; times++) {
      await expect(sendDigests(refuse, null)).rejects.toThrow("421");
      expect(await sendDigests(keep, null), "not before an hour").toBe(0);
      await db.owner`update digests set retry_at = now() - interval '1 second'`;
    }
    expect(await sendDigests(keep, null)).toBe(0);
    expect(
      await db.owner`delete from digests where tries = 3 and sent_at is null returning user_id`,
    ).toHaveLength(1);
  });

  it("goes once to each governor's office that has an address and wants it, however many servers look", async () => {
    const counts = await Promise.all([1, 2, 3].map(() => sendDigests(keep, "https://connect.example")));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(sent).toMatchObject([
      { to: "wants@example.org", subject: "CONNECT, ເມືອງທົດສອບ, 23 November 2026" },
    ]);
    expect(sent[0]?.text).toContain(`https://connect.example/en/attention?district=${here.districtId}`);
    expect(await sendDigests(keep, null)).toBe(0);
    const next = await nextDigestReader("2026-11-30");
    expect(next?.actor.scope.districtIds).toEqual([here.districtId]);
  });
});
