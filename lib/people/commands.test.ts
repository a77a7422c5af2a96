import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { hashPassword, passwordFits } from "@/lib/access/passwords";
import { roles } from "@/lib/access/roles";
import { signInByPassword } from "@/lib/access/sign-in";
import { codeOwner, redeemCode, sessionByToken } from "@/lib/access/store";
import { actorFor } from "@/lib/access/testing";
import { hashOf, hashOfCode } from "@/lib/access/tokens";
import { withdrawDevice } from "@/lib/devices/commands";
import {
  chooseDigest,
  chooseLocale,
  clearSecondFactor,
  closeAccount,
  correctAccount,
  createAccount,
  endOwnSession,
  endRole,
  endSessionsOf,
  giveRole,
  issueCode,
  reopenAccount,
} from "./commands";
import { accountFor, meFor, peopleFor } from "./queries";
import { NewAccount } from "./schema";

let db: TestDatabase;
const country = randomUUID();
const [north, south] = [randomUUID(), randomUUID()];
const admin = actorFor({ role: "administrator", nation: true });
const password = "boat river stone";
const origin = { userAgent: "Mozilla/5.0 (Android 14) Chrome/140 Mobile", ipPrefix: "10.0.0.0/24" };

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  db = await testDatabase();
  const { owner } = db;
  await owner`insert into places (id, level, name_lo, code, source) values (${country}, 'country', 'ລາວ', 'LA', 'test')`;
  await owner`insert into places (id, level, name_lo, name_en, code, district_id, source) values
    (${north}, 'district', 'ເໜືອ', 'North', 'LA9901', ${north}, 'test'), (${south}, 'district', 'ໃຕ້', 'South', 'LA9902', ${south}, 'test')`;
  await saved(admin.userId, "administrator", country);
});
afterAll(() => db.drop());

async function saved(userId: string, role: string, placeId: string) {
  const { owner } = db;
  await owner`insert into users (id, login, display_name) values (${userId}, ${`u${userId}`}, ${role})`;
  await owner`insert into assignments (id, user_id, role, place_id, from_date) values (${randomUUID()}, ${userId}, ${role}, ${placeId}, '2024-01-01')`;
}

let serial = 0;
const form = (more: object = {}) =>
  NewAccount.parse({
    login: `person${++serial}`,
    displayName: "Somebody",
    role: "facilitator",
    placeCode: "LA9901",
    from: "2024-01-01",
    ...more,
  });
const made = (more: object = {}) => createAccount(admin, form(more));
async function signedIn(login: string, code: string) {
  await redeemCode(hashOfCode(code), await hashPassword(password));
  return (await signInByPassword({ login, password }, origin)) ?? "";
}
const session = (token: string) => sessionByToken(hashOf(token));
async function office(role: "health_office" | "governor_office", place: string) {
  const actor = actorFor({ role, districtIds: [place] });
  await saved(actor.userId, role, place);
  return actor;
}
const trail = (subject: string) =>
  db.owner`select c.kind, c.author_id, p.fields from changes c join change_payloads p on p.change_id = c.id
    where c.subject_id = ${subject} order by c.seq`;

describe("a new account", () => {
  test("comes with a role, a code that opens it once, and an audit trail without the code", async () => {
    const input = form({ phone: "020 5555 0001" });
    const { userId, code, purpose, expiresAt } = await createAccount(admin, input);
    expect(purpose).toBe("invite");
    expect(Math.round((Date.parse(expiresAt) - Date.now()) / 86_400_000)).toBe(14);
    expect(await codeOwner(hashOfCode(code))).toMatchObject({ login: input.login, purpose: "invite" });
    const token = await signedIn(input.login, code);
    expect(await session(token)).toMatchObject({
      assignments: [{ role: "facilitator", districtIds: [north] }],
    });
    const changes = await trail(userId);
    expect(changes).toMatchObject([
      { kind: "account.record", author_id: admin.userId, fields: { phone: "02055550001" } },
    ]);
    const everything = JSON.stringify(
      await db.owner`select * from changes join change_payloads on change_id = id`,
    );
    expect(everything).not.toContain(code);
    const stored = JSON.stringify(await db.owner`select * from invitations where user_id = ${userId}`);
    expect(stored).not.toContain(code);
  });

  test("is made whole or not at all: a taken login, a wrong place and a misfitting role leave nothing", async () => {
    const { login } = form();
    await createAccount(admin, form({ login }));
    const count = () =>
      db.owner`select (select count(*) from users) as users, (select count(*) from changes) as changes`;
    const before = await count();
    await expect(createAccount(admin, form({ login }))).rejects.toMatchObject({
      code: "conflict",
      details: { fields: { login: "taken" } },
    });
    await expect(made({ placeCode: "LA0000" })).rejects.toMatchObject({
      details: { fields: { placeCode: "unknown" } },
    });
    await expect(made({ role: "ministry" })).rejects.toMatchObject({
      details: { fields: { placeCode: "level" } },
    });
    await expect(made({ role: "health_centre", facilityCode: "NONE" })).rejects.toMatchObject({
      details: { fields: { facilityCode: "unknown" } },
    });
    expect(await count()).toEqual(before);
  });

  test("of a health centre is placed by the health centre's code", async () => {
    await db.owner`insert into facilities (id, type, name_lo, district_id, code, source) values (${randomUUID()}, 'health_centre_a', 'ສ', ${north}, 'HC1', 'test')`;
    const { userId } = await made({ role: "health_centre", facilityCode: "HC1" });
    expect((await accountFor(admin, userId)).works).toMatchObject([{ role: "health_centre", nameLo: "ສ" }]);
  });
});

describe("correcting, closing, opening", () => {
  test("details change, each time on the record, and never the login", async () => {
    const { userId } = await made();
    await correctAccount(admin, { userId, displayName: "First", office: "A", locale: "en" });
    await correctAccount(admin, { userId, displayName: "Second", office: "A", locale: "en" });
    expect(await accountFor(admin, userId)).toMatchObject({ display_name: "Second", locale: "en" });
    expect((await trail(userId)).map(({ kind }) => kind)).toEqual(Array(3).fill("account.record"));
  });

  test("closing ends the sessions at once and keeps the name; opening again needs a new sign-in", async () => {
    const input = form();
    const { userId, code } = await createAccount(admin, input);
    const token = await signedIn(input.login, code);
    await closeAccount(admin, { userId });
    expect(await session(token)).toBeNull();
    expect(await signInByPassword({ login: input.login, password }, origin)).toBeNull();
    await reopenAccount(admin, { userId });
    expect(await session(token)).toBeNull();
    expect(await signInByPassword({ login: input.login, password }, origin)).not.toBeNull();
    expect((await trail(userId)).map(({ kind }) => kind)).toEqual([
      "account.record",
      "account.delete",
      "account.undelete",
    ]);
  });

  test("an administrator cannot close, reset or demote themselves", async () => {
    const own = { userId: admin.userId };
    await expect(closeAccount(admin, own)).rejects.toMatchObject({ code: "forbidden" });
    await expect(issueCode(admin, own)).rejects.toMatchObject({ code: "forbidden" });
    await expect(clearSecondFactor(admin, own)).rejects.toMatchObject({ code: "forbidden" });
    const [work] = await db.owner`select id from assignments where user_id = ${admin.userId}`;
    await expect(endRole(admin, { assignmentId: work?.id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("roles", () => {
  test("given and ended, access follows with the next request", async () => {
    const input = form();
    const { userId, code } = await createAccount(admin, input);
    const token = await signedIn(input.login, code);
    await giveRole(admin, { userId, role: "mentor", placeCode: "LA9902", from: "2024-01-01" });
    const named = async () => (await session(token))?.assignments.map(({ role }) => role).sort();
    expect(await named()).toEqual(["facilitator", "mentor"]);
    const { works } = await accountFor(admin, userId);
    await endRole(admin, { assignmentId: works.find(({ role }) => role === "facilitator")?.id ?? "" });
    expect(await named()).toEqual(["mentor"]);
  });

  test("that would end before they start are refused", async () => {
    const { userId } = await made();
    const work = {
      userId,
      role: "mentor",
      placeCode: "LA9902",
      from: "2026-01-02",
      to: "2026-01-02",
    } as const;
    await expect(giveRole(admin, work)).rejects.toMatchObject({ details: { fields: { to: "dates" } } });
  });
});

describe("a reset code", () => {
  test.each(["health_office", "governor_office"] as const)(
    "%s gives one to its own district's facilitator",
    async (role) => {
      const input = form();
      const { userId, code } = await createAccount(admin, input);
      const token = await signedIn(input.login, code);
      const printed = await issueCode(await office(role, north), { userId });
      expect(printed.purpose).toBe("reset");
      await redeemCode(hashOfCode(printed.code), await hashPassword("quite another one"));
      expect(await session(token)).toBeNull();
      expect(
        await signInByPassword({ login: input.login, password: "quite another one" }, origin),
      ).not.toBeNull();
    },
  );

  test("of another district, for a higher role, or by a facilitator is refused", async () => {
    const { userId } = await made();
    const governor = await made({ role: "governor_office" });
    const refused = { code: "forbidden" };
    await expect(issueCode(await office("health_office", south), { userId })).rejects.toMatchObject(refused);
    await expect(issueCode(await office("health_office", north), governor)).rejects.toMatchObject(refused);
    await expect(issueCode(admin, { userId: admin.userId })).rejects.toMatchObject(refused);
    for (const role of roles.filter(
      (name) => !["administrator", "health_office", "governor_office"].includes(name),
    ))
      await expect(
        issueCode(actorFor({ role, districtIds: [north], nation: true }), { userId }),
      ).rejects.toMatchObject(refused);
  });

  test("takes the place of an unused one", async () => {
    const { userId, code } = await made();
    const second = await issueCode(admin, { userId });
    expect(await codeOwner(hashOfCode(code))).toBeNull();
    expect(await codeOwner(hashOfCode(second.code))).not.toBeNull();
  });
});

test("every command on accounts is refused to every other role", async () => {
  const { userId } = await made();
  const details = { userId, displayName: "x", office: "", locale: "lo" } as const;
  const work = { userId, role: "mentor", placeCode: "LA9901", from: "2024-01-01" } as const;
  for (const role of roles.filter((name) => name !== "administrator")) {
    const actor = actorFor({ role, districtIds: [north], nation: true });
    for (const attempt of [
      () => createAccount(actor, form()),
      () => correctAccount(actor, details),
      () => closeAccount(actor, { userId }),
      () => reopenAccount(actor, { userId }),
      () => giveRole(actor, work),
      () => endRole(actor, { assignmentId: randomUUID() }),
      () => clearSecondFactor(actor, { userId }),
    ])
      await expect(attempt(), role).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSessionsOf(actor, { userId })).rejects.toMatchObject({ code: "forbidden" });
  }
});

describe("lists", () => {
  test("an administrator finds anybody by part of a name; an office only its own people", async () => {
    const input = form({ displayName: "Bounmy of the north" });
    const { userId } = await createAccount(admin, input);
    const found = await peopleFor(admin, "BOUNMY");
    expect(found.people).toMatchObject([{ id: userId, works: [{ role: "facilitator", nameEn: "North" }] }]);
    const here = await peopleFor(await office("governor_office", north), "");
    expect(here.people.map(({ id }) => id)).toContain(userId);
    const there = await office("governor_office", south);
    expect((await peopleFor(there, "")).people).toEqual([]);
    await expect(accountFor(there, userId)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      peopleFor(actorFor({ role: "facilitator", districtIds: [north] }), ""),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a search for a percent sign finds percent signs", async () => {
    expect((await peopleFor(admin, "%")).people).toEqual([]);
  });
});

describe("one's own things", () => {
  test("sessions, phones and language are one's own only", async () => {
    const input = form();
    const { userId, code } = await createAccount(admin, input);
    const [one, two] = [
      await signedIn(input.login, code),
      (await signInByPassword({ login: input.login, password }, origin)) ?? "",
    ];
    const me = actorFor({ role: "facilitator", userId, districtIds: [north] });
    const other = actorFor({ role: "facilitator", districtIds: [north] });
    const deviceId = randomUUID();
    await db.owner`insert into devices (id, user_id, public_key) values (${deviceId}, ${userId}, '{}')`;
    const sessionId = (await session(two))?.sessionId ?? "";
    expect((await meFor(me)).sessions).toHaveLength(2);
    const nothing = { wanted: false, email: null };
    expect(await meFor(other)).toEqual({ sessions: [], devices: [], digest: nothing });
    expect((await meFor(me)).digest).toMatchObject({ wanted: true });
    await chooseDigest(me, { wanted: "no" });
    expect((await meFor(me)).digest).toMatchObject({ wanted: false });
    await endOwnSession(other, { sessionId });
    await expect(withdrawDevice(other, { deviceId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await session(two)).not.toBeNull();
    await endOwnSession(me, { sessionId });
    await withdrawDevice(me, { deviceId });
    await chooseLocale(me, { locale: "en" });
    expect(await session(two)).toBeNull();
    expect(await session(one)).toMatchObject({ locale: "en" });
    expect((await meFor(me)).devices).toMatchObject([{ id: deviceId, revoked_at: expect.any(String) }]);
    await endSessionsOf(me, { userId });
    expect(await session(one)).toBeNull();
  });

  test("a second factor lost is taken away by an administrator, with every session", async () => {
    const input = form();
    const { userId, code } = await createAccount(admin, input);
    const token = await signedIn(input.login, code);
    await db.owner`update credentials set totp_secret = 'x', totp_confirmed_at = now() where user_id = ${userId}`;
    await clearSecondFactor(admin, { userId });
    expect(await session(token)).toBeNull();
    const again = (await signInByPassword({ login: input.login, password }, origin)) ?? "";
    expect(await session(again)).toMatchObject({ secondFactorSet: false });
    expect((await accountFor(admin, userId)).events.map(({ kind }) => kind)).toContain(
      "second_factor_cleared",
    );
  });
});

test("the password is stored as nothing but an Argon2id hash", async () => {
  const input = form();
  const { userId, code } = await createAccount(admin, input);
  await signedIn(input.login, code);
  const [row] = await db.owner`select password_hash from credentials where user_id = ${userId}`;
  expect(await passwordFits(row?.password_hash, password)).toBe(true);
});
