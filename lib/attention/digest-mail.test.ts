import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { startClockAt } from "@/lib/clock";
import { startDigests } from "./digest-schedule";

// The week's job as a production server starts it (instrumentation.ts), against a mail server.
let db: TestDatabase;
let here: TestDistrict;
let other: TestDistrict;
let refusals = 0;
const came: { to: string[]; from: string; text: string; subject: string }[] = [];

/** Header words and body as their reader sees them. */
function read(raw: string) {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const word = (text: string) =>
    text
      .replace(/\r\n\s+/g, " ")
      .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=\s*/gi, (_, kind, coded) =>
        kind.toUpperCase() === "B"
          ? Buffer.from(coded, "base64").toString()
          : quoted(coded.replaceAll("_", " ")),
      );
  const base64 = /Content-Transfer-Encoding: base64/i.test(head);
  return {
    subject: word(/Subject: ((?:.|\r\n\s)*?)\r\n(?!\s)/.exec(head)?.[1] ?? ""),
    text: base64 ? Buffer.from(body, "base64").toString() : quoted(body),
  };
}

const quoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (refusals-- > 0) return done(Object.assign(new Error("try again later"), { responseCode: 451 }));
      const { mailFrom, rcptTo } = session.envelope;
      came.push({
        to: rcptTo.map(({ address }) => address),
        from: mailFrom ? mailFrom.address : "",
        ...read(Buffer.concat(parts).toString("latin1")),
      });
      done();
    });
  },
});

const look = async () => {
  const { port } = server.server.address() as { port: number };
  startDigests({
    server: `smtp://127.0.0.1:${port}`,
    from: "connect@example.org",
    address: "https://connect.example",
  });
};
/** Nothing is under way any more: each reader was sent theirs, or waits for another try. */
const settled = (state: string) =>
  vi.waitFor(async () => {
    const rows =
      await db.owner`select case when sent_at is not null then 'sent' when retry_at is not null then 'waits' else 'taken' end as state from digests order by 1`;
    expect(rows.map((row) => row.state).join(" ")).toBe(state);
  }, 10_000);

beforeAll(async () => {
  db = await testDatabase();
  [here, other] = [await makeDistrict(db.owner), await makeDistrict(db.owner)];
  startClockAt("2026-11-23T03:00:00Z");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await governor("00000000-0000-4000-8000-000000000001", here);
  await governor("00000000-0000-4000-8000-000000000002", other);
  await delicate();
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await closeDatabase();
  await db.drop();
});

async function governor(id: string, district: TestDistrict) {
  const login = `governor.${id.at(-1)}`;
  const person = { id, login, display_name: "ທ່ານ ບຸນມີ", email: `${login}@example.org`, locale: "lo" };
  await db.owner`insert into users ${db.owner(person)}`;
  await db.owner`insert into assignments ${db.owner({ id: randomUUID(), user_id: id, role: "governor_office", place_id: district.districtId, from_date: "2024-01-01" })}`;
}

/** Words about people and households of the first district: in a profile, on a map, in an instruction. */
async function delicate() {
  const by = randomUUID();
  const place = {
    district_id: here.districtId,
    village_id: here.villageIds[0] as string,
    created_by: by,
    updated_by: by,
  };
  await db.owner`insert into village_profiles ${db.owner({ id: randomUUID(), ...place, date: "2026-01-01", source: "test", population: 731, households: 137 })}`;
  await db.owner`insert into instructions ${db.owner({ id: randomUUID(), ...place, to_office: "district_health_office", text: "ໄປຢາມ ນາງ ສົມສີ ຄົວເຮືອນ 137", date: "2026-11-01", delivery: "account" })}`;
}

it("sends one message to each governor's office a week: in Lao, without households and names, again after a refusal, never twice", async () => {
  refusals = 1;
  await look();
  await settled("waits");
  expect(came, "refused for now").toEqual([]);
  await look();
  await settled("sent waits");
  expect(came, "not before its hour").toHaveLength(1);
  await db.owner`update digests set retry_at = now() - interval '1 second'`;
  await Promise.all([look(), look(), look()]);
  await settled("sent sent");
  expect(came.map(({ to }) => to.join()).sort()).toEqual([
    "governor.1@example.org",
    "governor.2@example.org",
  ]);
  const [mail] = came.filter(({ to }) => to[0]?.startsWith("governor.1"));
  expect(mail).toMatchObject({
    from: "connect@example.org",
    subject: "CONNECT, ເມືອງເມືອງທົດສອບ, 23 ພະຈິກ 2026",
  });
  expect(mail?.text).toContain("ມີ 1 ເລື່ອງ");
  expect(mail?.text).toContain("ຫ້ອງການສາທາລະນະສຸກ");
  expect(mail?.text).toContain(`https://connect.example/lo/attention?district=${here.districtId}`);
  expect(mail?.text).toContain("ອາທິດລະເທື່ອ");
  for (const { text } of came) expect(text).not.toMatch(/ສົມສີ|ບຸນມີ|ຄົວເຮືອນ|137|731|things need|undefined/);
  // A server that starts anew, and another beside it, find nothing more to send this week; the next week has its own.
  await Promise.all([look(), look()]);
  startClockAt("2026-11-30T03:00:00Z");
  await look();
  await settled("sent sent sent sent");
  expect(came).toHaveLength(4);
});
