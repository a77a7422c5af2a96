import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { generateSync } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyScope, type Scope, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { hashPassword } from "./passwords";
import {
  beginReplacement,
  confirmEnrolment,
  confirmReplacement,
  enrolment,
  passSecondFactor,
} from "./second-factor";
import { canonicalLogin, signInByEmail, signInByPassword } from "./sign-in";
import {
  acceptPrivacy,
  codeOwner,
  endSession,
  passwordHashOf,
  redeemCode,
  sessionByToken,
  storeNextTotp,
  storePassword,
} from "./store";
import { hashOf, hashOfCode, newCode } from "./tokens";

let db: TestDatabase;
const origin = { userAgent: "test", ipPrefix: "10.0.0.0/24" };
const place = {
  province: randomUUID(),
  north: randomUUID(),
  south: randomUUID(),
  village: randomUUID(),
  country: randomUUID(),
};
const password = "boat river stone";

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret for tests only";
  db = await testDatabase();
  const { owner } = db;
  await owner`insert into places (id, level, name_lo, name_en, source) values (${place.country}, 'country', 'ລາວ', 'Laos', 'test')`;
  await owner`insert into places (id, level, name_lo, parent_id, source) values (${place.province}, 'province', 'ແຂວງ', ${place.country}, 'test')`;
  for (const id of [place.north, place.south])
    await owner`insert into places (id, level, name_lo, parent_id, district_id, province_id, source)
      values (${id}, 'district', 'ເມືອງ', ${place.province}, ${id}, ${place.province}, 'test')`;
  await owner`insert into places (id, level, name_lo, parent_id, district_id, province_id, source)
    values (${place.village}, 'village', 'ບ້ານ', ${place.north}, ${place.north}, ${place.province}, 'test')`;
});
afterAll(() => db.drop());
beforeEach(() => db.owner`delete from sign_in_throttle`);

type Work = { role: string; placeId: string; from?: string; to?: string | null };
async function person(works: Work[], more: { email?: string; phone?: string } = {}) {
  const id = randomUUID();
  const login = `p-${id}`;
  const { owner } = db;
  await owner`insert into users (id, login, display_name, email, phone)
    values (${id}, ${login}, 'Test', ${more.email ?? null}, ${more.phone ?? null})`;
  await owner`insert into credentials (user_id, password_hash) values (${id}, ${await hashPassword(password)})`;
  for (const work of works)
    await owner`insert into assignments (id, user_id, role, place_id, from_date, to_date)
      values (${randomUUID()}, ${id}, ${work.role}, ${work.placeId}, ${work.from ?? "2024-01-01"}, ${work.to ?? null})`;
  return { id, login };
}
const facilitator = () => person([{ role: "facilitator", placeId: place.north }]);
const signIn = (login: string, typed = password) => signInByPassword({ login, password: typed }, origin);
async function signedIn(login: string): Promise<string> {
  const token = await signIn(login);
  if (!token) throw new Error("not signed in");
  return token;
}
const session = (token: string) => sessionByToken(hashOf(token));

describe("signing in", () => {
  test("the right password opens a session whose token is kept as a hash only", async () => {
    const { login, id } = await facilitator();
    const token = await signedIn(login);
    expect(await session(token)).toMatchObject({
      userId: id,
      secondFactorDone: false,
      mustChangePassword: false,
    });
    const [row] = await db.owner`select * from sessions where user_id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(token);
    expect(row).toMatchObject({ ip_prefix: "10.0.0.0/24", idle_seconds: 14 * 86_400 });
  });

  test("a wrong password, an unknown login, a closed account and one without password get the same answer", async () => {
    const known = await facilitator();
    const closed = await facilitator();
    const invited = await facilitator();
    await db.owner`update users set disabled_at = now() where id = ${closed.id}`;
    await db.owner`update credentials set password_hash = null where user_id = ${invited.id}`;
    expect(await signIn(known.login, "boat river stones")).toBeNull();
    expect(await signIn("nobody-here")).toBeNull();
    expect(await signIn(closed.login)).toBeNull();
    expect(await signIn(invited.login)).toBeNull();
  });

  test("a telephone number is a login however it is spaced", async () => {
    await person([], { phone: "02055550142" });
    for (const typed of ["020 5555 0142", "+856 20 5555 0142", "020-5555-0142"]) {
      expect(canonicalLogin(typed)).toBe("02055550142");
      expect(await signIn(typed)).not.toBeNull();
    }
  });

  test("refusals are recorded against the account, unknown logins without one", async () => {
    const { login, id } = await facilitator();
    await signIn(login, "wrong wrong wrong");
    await signIn("nobody-at-all", "wrong wrong wrong");
    const rows =
      await db.owner`select user_id from security_events where kind = 'sign_in_refused' order by at desc limit 2`;
    expect(rows.map((row) => row.user_id)).toEqual([null, id]);
  });

  test("the ninth try from one place waits, known login or not; another place and a success do not", async () => {
    const { login } = await facilitator();
    for (const tried of [login, "nobody-here-either"]) {
      for (let i = 0; i < 8; i++) expect(await signIn(tried, "wrong wrong wrong")).toBeNull();
      await expect(signIn(tried)).rejects.toMatchObject({
        code: "throttled",
        details: { minutes: expect.any(Number) },
      });
    }
    expect(
      await signInByPassword({ login, password }, { ...origin, ipPrefix: "10.9.9.0/24" }),
    ).not.toBeNull();
    await db.owner`delete from sign_in_throttle`;
    for (let i = 0; i < 12; i++) expect(await signIn(login)).not.toBeNull();
  });

  test("the throttle keeps no login in readable form", async () => {
    const { login } = await facilitator();
    await signIn(login, "wrong wrong wrong");
    const rows = await db.owner`select key from sign_in_throttle`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(login);
  });

  test("a demonstration account is a stranger wherever real work is done", async () => {
    const { login, id } = await facilitator();
    await db.owner`update users set demonstration = true where id = ${id}`;
    expect(await signIn(login)).toBeNull();
    process.env.CONNECT_MODE = "demonstration";
    expect(await signIn(login)).not.toBeNull();
    delete process.env.CONNECT_MODE;
  });

  test("an institution's e-mail opens an existing, open account and never makes one", async () => {
    const { id } = await person([{ role: "ministry", placeId: place.country }], {
      email: "office@moh.example",
    });
    const token = await signInByEmail("Office@MoH.example", origin);
    expect(await session(token ?? "")).toMatchObject({ userId: id, secondFactorDone: true });
    expect(await signInByEmail("stranger@moh.example", origin)).toBeNull();
    await db.owner`update users set disabled_at = now() where id = ${id}`;
    expect(await signInByEmail("office@moh.example", origin)).toBeNull();
  });
});

describe("a session", () => {
  test("ends at once by sign-out, revocation, closing the account, idleness and age", async () => {
    const ends: Record<string, (token: string, id: string) => Promise<unknown>> = {
      "sign-out": (token) => endSession(hashOf(token)),
      revoked: (_t, id) => db.owner`update sessions set revoked_at = now() where user_id = ${id}`,
      closed: (_t, id) => db.owner`update users set disabled_at = now() where id = ${id}`,
      idle: (_t, id) =>
        db.owner`update sessions set last_seen_at = now() - interval '15 days' where user_id = ${id}`,
      old: (_t, id) => db.owner`update sessions set expires_at = now() where user_id = ${id}`,
    };
    for (const [name, end] of Object.entries(ends)) {
      const { login, id } = await facilitator();
      const token = await signedIn(login);
      expect(await session(token), name).not.toBeNull();
      await end(token, id);
      expect(await session(token), name).toBeNull();
    }
  });

  test("lives hours, not days, for those who run the system", async () => {
    const { login, id } = await person([{ role: "administrator", placeId: place.country }]);
    await signedIn(login);
    const [row] =
      await db.owner`select idle_seconds, extract(epoch from expires_at - created_at)::int as life from sessions where user_id = ${id}`;
    expect(row).toMatchObject({ idle_seconds: 7200, life: 43_200 });
  });

  test("carries today's assignments with the places they cover today", async () => {
    const { login } = await person([
      { role: "facilitator", placeId: place.north },
      { role: "health_centre", placeId: place.village },
      { role: "province", placeId: place.province },
      { role: "ministry", placeId: place.country },
      { role: "facilitator", placeId: place.south, to: "2024-06-01" },
      { role: "facilitator", placeId: place.south, from: "2999-01-01" },
    ]);
    const { assignments } = (await session(await signedIn(login))) ?? { assignments: [] };
    const by = Object.fromEntries(assignments.map((a) => [a.role, a]));
    expect(assignments).toHaveLength(4);
    expect(by.facilitator).toMatchObject({ districtIds: [place.north], villageIds: [], nation: false });
    expect(by.health_centre).toMatchObject({ districtIds: [], villageIds: [place.village] });
    expect([...(by.province?.districtIds ?? [])].sort()).toEqual([place.north, place.south].sort());
    expect(by.ministry).toMatchObject({ nation: true, districtIds: [], placeNameEn: "Laos" });
  });

  test("of a health centre covers the villages of its catchment today", async () => {
    const facility = randomUUID();
    const { owner } = db;
    await owner`insert into facilities (id, type, name_lo, name_en, district_id, source)
      values (${facility}, 'health_centre_a', 'ສຸກສາລາ', 'HC', ${place.north}, 'test')`;
    await owner`insert into catchments (facility_id, district_id, village_id, valid_from) values (${facility}, ${place.north}, ${place.village}, '2024-01-01')`;
    const { login, id } = await person([]);
    await owner`insert into assignments (id, user_id, role, place_id, facility_id, from_date)
      values (${randomUUID()}, ${id}, 'health_centre', ${place.north}, ${facility}, '2024-01-01')`;
    const token = await signedIn(login);
    expect((await session(token))?.assignments).toMatchObject([
      { districtIds: [], villageIds: [place.village], placeNameEn: "HC" },
    ]);
    await owner`update catchments set valid_to = '2024-02-01' where facility_id = ${facility}`;
    expect((await session(token))?.assignments).toMatchObject([{ villageIds: [] }]);
  });
});

describe("a password", () => {
  test("changed in one session ends all the others", async () => {
    const { login, id } = await facilitator();
    const [one, two] = [await signedIn(login), await signedIn(login)];
    expect(await passwordHashOf(hashOf(one))).toMatch(/^\$argon2id/);
    expect(await storePassword(hashOf(one), await hashPassword("another fine thing"))).toBe(id);
    expect(await session(one)).not.toBeNull();
    expect(await session(two)).toBeNull();
    expect(await signIn(login)).toBeNull();
    expect(await signIn(login, "another fine thing")).not.toBeNull();
  });

  test("cannot be changed or read with an ended session", async () => {
    const { login } = await facilitator();
    const token = await signedIn(login);
    await endSession(hashOf(token));
    expect(await storePassword(hashOf(token), "x")).toBeNull();
    expect(await passwordHashOf(hashOf(token))).toBeNull();
    expect(await signIn(login)).not.toBeNull();
  });
});

describe("the privacy notice", () => {
  test("accepting a version is kept beside earlier ones, once, and the session then owes nothing", async () => {
    const { login, id } = await facilitator();
    const token = await signedIn(login);
    await acceptPrivacy(hashOf(token), "2025-01");
    expect(await session(token)).toMatchObject({ privacyAccepted: "2025-01" });
    for (let turn = 0; turn < 2; turn++) expect(await acceptPrivacy(hashOf(token), "2026-11")).toBe(true);
    expect(await session(token)).toMatchObject({ privacyAccepted: "2026-11" });
    const kept =
      await db.owner`select version from privacy_acceptances where user_id = ${id} order by version`;
    expect(kept).toMatchObject([{ version: "2025-01" }, { version: "2026-11" }]);
  });

  test("a session that has ended accepts nothing", async () => {
    const { login, id } = await facilitator();
    const token = await signedIn(login);
    await endSession(hashOf(token));
    expect(await acceptPrivacy(hashOf(token), "2026-11")).toBe(false);
    expect(await db.owner`select 1 from privacy_acceptances where user_id = ${id}`).toHaveLength(0);
  });
});

describe("a printed code", () => {
  const give = async (userId: string, expires = "14 days") => {
    const code = newCode();
    await db.owner`insert into invitations (id, code_hash, purpose, user_id, created_by, expires_at)
      values (${randomUUID()}, ${hashOfCode(code)}, 'reset', ${userId}, ${userId}, now() + ${expires}::interval)`;
    return hashOfCode(code);
  };

  test("says whose it is, sets the password once and ends every session", async () => {
    const { login, id } = await facilitator();
    const token = await signedIn(login);
    const code = await give(id);
    expect(await codeOwner(code)).toMatchObject({ userId: id, purpose: "reset", login });
    const hash = await hashPassword("tree cloud paper");
    const both = await Promise.all([redeemCode(code, hash), redeemCode(code, hash)]);
    expect(both.filter(Boolean)).toEqual([id]);
    expect(await session(token)).toBeNull();
    expect(await codeOwner(code)).toBeNull();
    expect(await signIn(login, "tree cloud paper")).not.toBeNull();
  });

  test("is worth nothing when expired, unknown or of a closed account", async () => {
    const { id } = await facilitator();
    expect(await redeemCode(await give(id, "-1 minute"), "x")).toBeNull();
    expect(await redeemCode(hashOfCode("AAAA-AAAA-AAAA"), "x")).toBeNull();
    const code = await give(id);
    await db.owner`update users set disabled_at = now() where id = ${id}`;
    expect(await codeOwner(code)).toBeNull();
    expect(await redeemCode(code, "x")).toBeNull();
  });

  test("does not take the second factor away", async () => {
    const { id, login } = await facilitator();
    await db.owner`update credentials set totp_secret = 'x', totp_confirmed_at = now() where user_id = ${id}`;
    await redeemCode(await give(id), await hashPassword(password));
    expect(await session(await signedIn(login))).toMatchObject({
      secondFactorSet: true,
      secondFactorDone: false,
    });
  });
});

describe("the second factor", () => {
  const enrolled = async () => {
    const { login, id } = await person([{ role: "administrator", placeId: place.country }]);
    const token = await signedIn(login);
    const { secret } = (await enrolment(token, login)) ?? { secret: "" };
    const codes = await confirmEnrolment(token, generateSync({ secret }));
    return { login, id, token, secret, codes: codes ?? [] };
  };

  test("is set up once, sealed at rest, with ten recovery codes", async () => {
    const { id, token, secret, codes, login } = await enrolled();
    expect(codes).toHaveLength(10);
    expect(await session(token)).toMatchObject({ secondFactorSet: true, secondFactorDone: true });
    const [row] = await db.owner`select totp_secret from credentials where user_id = ${id}`;
    expect(row?.totp_secret).not.toContain(secret);
    expect(await enrolment(token, login)).toBeNull();
  });

  test("is replaced by its owner with the present code or a recovery code; the old one stands until then", async () => {
    const { login, id, token, codes } = await enrolled();
    const elsewhere = await signedIn(login);
    expect(await beginReplacement(token, login, "000000")).toBeNull();
    const next = await beginReplacement(token, login, codes[0] ?? "");
    expect(next).not.toBeNull();
    const [before] = await db.owner`select totp_secret from credentials where user_id = ${id}`;
    const right = generateSync({ secret: next?.secret ?? "" });
    expect(await confirmReplacement(token, right === "000000" ? "111111" : "000000")).toBeNull();
    expect(await db.owner`select totp_secret from credentials where user_id = ${id}`).toMatchObject([
      before ?? {},
    ]);
    const fresh = await confirmReplacement(token, right);
    expect(fresh).toHaveLength(10);
    expect(await session(elsewhere)).toBeNull();
    expect(await session(token)).toMatchObject({ secondFactorSet: true, secondFactorDone: true });
    const again = await signedIn(login);
    expect(await passSecondFactor(again, codes[1] ?? ""), "an old recovery code").toBe(false);
    expect(await passSecondFactor(again, fresh?.[0] ?? ""), "a new one").toBe(true);
    expect(await confirmReplacement(token, right), "repeated").toBeNull();
  });

  test("is not replaced by a session that has shown no code, whatever it sends", async () => {
    const { login, id } = await enrolled();
    const stolen = await signedIn(login);
    expect(await storeNextTotp(hashOf(stolen), "x")).toBe(false);
    expect(await db.owner`select totp_next_secret from credentials where user_id = ${id}`).toMatchObject([
      { totp_next_secret: null },
    ]);
  });

  test("a wrong code sets nothing up", async () => {
    const { login } = await person([{ role: "administrator", placeId: place.country }]);
    const token = await signedIn(login);
    const { secret } = (await enrolment(token, login)) ?? { secret: "" };
    const right = generateSync({ secret });
    expect(await confirmEnrolment(token, right === "000000" ? "111111" : "000000")).toBeNull();
    expect(await session(token)).toMatchObject({ secondFactorSet: false });
  });

  test("a new session owes a code; the same code never counts twice; a recovery code counts once", async () => {
    const { login, secret, codes } = await enrolled();
    const first = await signedIn(login);
    expect(await session(first)).toMatchObject({ secondFactorSet: true, secondFactorDone: false });
    expect(await passSecondFactor(first, generateSync({ secret }))).toBe(false);
    const next = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });
    expect(await passSecondFactor(first, next)).toBe(true);
    expect(await session(first)).toMatchObject({ secondFactorDone: true });
    const second = await signedIn(login);
    expect(await passSecondFactor(second, next)).toBe(false);
    expect(await passSecondFactor(second, (codes[0] ?? "").toLowerCase())).toBe(true);
    expect(await passSecondFactor(await signedIn(login), codes[0] ?? "")).toBe(false);
  });

  test("guessing is throttled", async () => {
    const { login } = await enrolled();
    const token = await signedIn(login);
    for (let i = 0; i < 7; i++) expect(await passSecondFactor(token, "not a code")).toBe(false);
    await passSecondFactor(token, "not a code");
    await expect(passSecondFactor(token, "not a code")).rejects.toMatchObject({ code: "throttled" });
  });
});

describe("the second wall around accounts", () => {
  const names = (scope: Partial<Scope>) =>
    withScope({ ...emptyScope, ...scope }, async (tx) =>
      (await tx.execute<{ id: string }>(sql`select id from users`)).map((row) => row.id),
    );

  test("nobody sees nobody; a person sees themselves; an administrator sees all", async () => {
    const { id } = await facilitator();
    const [count] = await db.owner`select count(*)::int as n from users`;
    expect(await names({})).toEqual([]);
    expect(await names({ userId: id })).toEqual([id]);
    expect(await names({ userId: id, admin: true })).toHaveLength(count?.n);
  });

  test("an office sees the facilitators and health centre people of its own district, and nobody above", async () => {
    const north = await facilitator();
    const worker = await person([{ role: "health_centre", placeId: place.village }]);
    const south = await person([{ role: "facilitator", placeId: place.south }]);
    const both = await person([
      { role: "facilitator", placeId: place.north },
      { role: "facilitator", placeId: place.south },
    ]);
    const chief = await person([
      { role: "facilitator", placeId: place.north },
      { role: "administrator", placeId: place.country },
    ]);
    const office = await person([{ role: "governor_office", placeId: place.north }]);
    const former = await person([{ role: "governor_office", placeId: place.north, to: "2024-06-01" }]);
    const seen = await names({ userId: office.id });
    expect(seen).toEqual(expect.arrayContaining([office.id, north.id, worker.id]));
    for (const other of [south, both, chief, former]) expect(seen).not.toContain(other.id);
    expect(await names({ userId: former.id })).toEqual([former.id]);
    expect(await names({ userId: north.id })).toEqual([north.id]);
  });

  test.each([
    ["credentials", sql`select * from credentials`],
    ["recovery codes", sql`select * from recovery_codes`],
    ["the account of somebody without their secret", sql`select auth_assignments(${randomUUID()}::uuid)`],
    ["a session without its token", sql`select auth_live_session('x')`],
    ["a false record", sql`select auth_note('signed_in', ${randomUUID()}::uuid, '{}')`],
    ["rewriting the record", sql`update security_events set kind = 'x'`],
    ["deleting accounts", sql`delete from users`],
  ])("even an administrator cannot reach %s", async (_name, statement) => {
    const attempt = withScope({ ...emptyScope, userId: randomUUID(), admin: true }, (tx) =>
      tx.execute(statement),
    );
    await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a person can neither give themselves a role nor close another account", async () => {
    const [me, other] = [await facilitator(), await facilitator()];
    const grab = withScope({ ...emptyScope, userId: me.id }, (tx) =>
      tx.execute(sql`insert into assignments (id, user_id, role, place_id, from_date)
        values (${randomUUID()}, ${me.id}, 'administrator', ${place.country}, '2024-01-01')`),
    );
    await expect(grab).rejects.toMatchObject({ cause: { code: "42501" } });
    const closed = await withScope({ ...emptyScope, userId: me.id }, (tx) =>
      tx.execute(sql`update users set disabled_at = now() where id = ${other.id}`),
    );
    expect(closed.count).toBe(0);
  });

  test("labels give name and office of those asked for, to somebody signed in", async () => {
    const { id } = await facilitator();
    const labels = (scope: Partial<Scope>) =>
      withScope({ ...emptyScope, ...scope }, async (tx) => [
        ...(await tx.execute(sql`select * from person_labels(array[${id}]::uuid[])`)),
      ]);
    expect(await labels({})).toEqual([]);
    expect(await labels({ userId: randomUUID() })).toEqual([{ id, display_name: "Test", office: "" }]);
  });
});

describe("what the privacy notice promises", () => {
  test("a used invitation keeps which notice was accepted", async () => {
    const { id } = await facilitator();
    const code = newCode();
    await db.owner`insert into invitations (id, code_hash, purpose, user_id, created_by, expires_at)
      values (${randomUUID()}, ${hashOfCode(code)}, 'invite', ${id}, ${id}, now() + interval '1 day')`;
    await redeemCode(hashOfCode(code), await hashPassword(password), "2026-11");
    expect(await db.owner`select version from privacy_acceptances where user_id = ${id}`).toMatchObject([
      { version: "2026-11" },
    ]);
  });

  test("old sessions, logs and contact details of closed accounts go, newer ones stay", async () => {
    const { owner } = db;
    const [old, fresh] = [
      await person([], { phone: "02099990001" }),
      await person([], { phone: "02099990002" }),
    ];
    for (const { login } of [old, fresh]) await signedIn(login);
    await owner`update sessions set expires_at = now() - interval '91 days' where user_id = ${old.id}`;
    await owner`update security_events set at = now() - interval '25 months' where user_id = ${old.id}`;
    await owner`update users set disabled_at = now() - interval '13 months' where id = ${old.id}`;
    await owner`update users set disabled_at = now() - interval '11 months' where id = ${fresh.id}`;
    await owner`select auth_prune()`;
    const kept =
      await owner`select u.id, u.phone, (select count(*)::int from sessions s where s.user_id = u.id) as sessions,
      (select count(*)::int from security_events e where e.user_id = u.id) as events
      from users u where u.id in (${old.id}, ${fresh.id}) order by u.phone nulls first`;
    expect(kept).toMatchObject([
      { id: old.id, phone: null, sessions: 0, events: 0 },
      { id: fresh.id, phone: "02099990002", sessions: 1, events: 1 },
    ]);
  });

  test("a sensitive read is logged by the reader, seen by an administrator, and never rewritten", async () => {
    const reader = randomUUID();
    const log = (scope: Partial<Scope>) =>
      withScope({ ...emptyScope, ...scope }, (tx) =>
        tx.execute(
          sql`insert into sensitive_reads (id, user_id, what) values (${randomUUID()}, ${reader}, 'photo')`,
        ),
      );
    await log({ userId: reader });
    const seen = (scope: Partial<Scope>) =>
      withScope({ ...emptyScope, ...scope }, async (tx) => [
        ...(await tx.execute(sql`select what from sensitive_reads`)),
      ]);
    expect(await seen({ userId: reader })).toEqual([]);
    expect(await seen({ admin: true })).toEqual([{ what: "photo" }]);
    await expect(log({ userId: randomUUID() })).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
