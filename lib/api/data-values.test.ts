import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { apiTokensOf, createApiToken, revokeApiToken } from "@/lib/access/token-commands";
import { hashOf, newToken } from "@/lib/access/tokens";
import { receiveValues } from "@/lib/exchange/receive-commands";
import { writeValues } from "@/lib/exchange/testing";
import { makeFacility } from "@/lib/exchange/testing-imports";
import { ImportAnswer } from "@/lib/exchange/wire";
import { districtThatReports } from "@/lib/indicators/testing";
import { endSessionsOf } from "@/lib/people/commands";
import { tokenRoute } from "./token-route";

const at = districtThatReports();
afterAll(() => closeDatabase());
const post = tokenRoute("values.import", receiveValues);

let code: string;
beforeEach(async () => {
  code = `HC${randomUUID().slice(0, 6)}`;
  await makeFacility(at.db.owner, { districtId: at.here.districtId, villageId: at.village, code });
  await at.db.owner`delete from sign_in_throttle`;
});

/** A person with a role in the district, and a token of theirs. */
async function withToken(role: Role = "health_office") {
  const userId = randomUUID();
  await at.db.owner`insert into users (id, login, display_name) values (${userId}, ${`p-${userId}`}, 'Test')`;
  await at.db.owner`
    insert into assignments (id, user_id, role, place_id, from_date)
    values (${randomUUID()}, ${userId}, ${role}, ${at.here.districtId}, '2020-01-01')`;
  const actor = actorFor({ role: "health_office", districtIds: [at.here.districtId], userId });
  return { actor, token: await createApiToken(actor, { name: "HMIS", days: 30 }) };
}

const value = (more: object = {}) => ({
  dataElement: "ANC1",
  orgUnit: code,
  period: "202601",
  categoryOptionCombo: "",
  attributeOptionCombo: "",
  value: "7",
  deleted: false,
  comment: "",
  ...more,
});
const byCode = "orgUnitIdScheme=code&dataElementIdScheme=code";
type Sending = { query?: string; type?: string; body?: string };

async function send(token: string | null, { query = byCode, type = "application/json", body }: Sending = {}) {
  const request = new Request(`http://test/api/v1/data-values?${query}`, {
    method: "POST",
    headers: { "content-type": type, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body ?? writeValues.json([value()]),
  });
  const answer = await post(request);
  return { status: answer.status, headers: answer.headers, said: await answer.json() };
}
const kept = async () =>
  (await at.db.owner`select value from data_values where district_id = ${at.here.districtId}`).map(
    (row) => row.value,
  );

describe("values sent by another system", () => {
  it("are written and answered as DHIS2 does; again they change nothing", async () => {
    const { token } = await withToken();
    const first = await send(token);
    expect(first.status).toBe(200);
    expect(ImportAnswer.parse(first.said).response).toMatchObject({
      status: "SUCCESS",
      importCount: { imported: 1, updated: 0, ignored: 0, deleted: 0 },
      conflicts: [],
    });
    const again = await send(token);
    expect(again.said.response.importCount).toEqual({ imported: 0, updated: 0, ignored: 1, deleted: 0 });
    expect(await kept()).toEqual([7]);
  });

  it.each([
    ["application/xml", writeValues.xml],
    ["application/adx+xml", writeValues.adx],
    ["application/csv", writeValues.csv],
  ])("%s too", async (type, write) => {
    const { token } = await withToken();
    expect((await send(token, { type, body: write([value()]) })).status).toBe(200);
    expect(await kept()).toEqual([7]);
  });

  it("a dry run leaves nothing behind, whoever asked for it", async () => {
    const { actor, token } = await withToken();
    const inFile = JSON.stringify({ dryRun: true, dataValues: [value()] });
    for (const asked of [{ query: `${byCode}&dryRun=true` }, { body: inFile }]) {
      const { status, said } = await send(token, asked);
      expect(status).toBe(200);
      expect(said.response).toMatchObject({ importCount: { imported: 1 }, importOptions: { dryRun: true } });
    }
    expect(await kept()).toEqual([]);
    expect(await at.db.owner`select 1 from value_imports where created_by = ${actor.userId}`).toHaveLength(0);
  });

  it("what cannot be used is named, and the rest is written: 409", async () => {
    const { token } = await withToken();
    const body = writeValues.json([value(), value({ orgUnit: "nobody" }), value({ value: "x" })]);
    const { status, said } = await send(token, { body });
    expect(status).toBe(409);
    expect(said.response.importCount).toEqual({ imported: 1, updated: 0, deleted: 0, ignored: 2 });
    expect(said.response.conflicts).toMatchObject([
      { object: "nobody", property: "orgUnit", errorCode: "unknown_unit", indexes: [2] },
      { object: "x", property: "value", errorCode: "value_not_whole", indexes: [3] },
    ]);
    expect(await kept()).toEqual([7]);
  });

  it("a body that cannot be read is refused: 415, 413, 422", async () => {
    const { token } = await withToken();
    expect((await send(token, { type: "text/html" })).status).toBe(415);
    expect((await send(token, { query: "importStrategy=MAYBE" })).status).toBe(422);
    const hostile = await send(token, { type: "application/xml", body: "<!DOCTYPE a><dataValueSet/>" });
    expect([hostile.status, hostile.said.error.details.reason]).toEqual([422, "doctype"]);
    const huge = new Request("http://test/api/v1/data-values", {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-length": "900000000",
        "content-type": "text/csv",
      },
      body: "{}",
    });
    expect((await post(huge)).status).toBe(413);
  });
});

describe("tokens", () => {
  it("none, a wrong one, one taken back, one that has expired, a closed account: 401", async () => {
    const { actor, token } = await withToken();
    for (const wrong of [null, "nonsense", `connect_${"a".repeat(43)}`]) {
      const { status, headers } = await send(wrong);
      expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    const [own] = await apiTokensOf(actor);
    expect(own).toMatchObject({ name: "HMIS", lastUsedAt: null });
    await send(token);
    expect((await apiTokensOf(actor))[0]?.lastUsedAt).toBeInstanceOf(Date);
    await at.db
      .owner`update api_tokens set expires_at = now() - interval '1 second' where id = ${String(own?.id)}`;
    expect((await send(token)).status).toBe(401);
    await at.db
      .owner`update api_tokens set expires_at = now() + interval '1 day' where id = ${String(own?.id)}`;
    await at.db.owner`update users set disabled_at = now() where id = ${actor.userId}`;
    expect((await send(token)).status).toBe(401);
    await at.db.owner`update users set disabled_at = null where id = ${actor.userId}`;
    await revokeApiToken(actor, { tokenId: String(own?.id) });
    await revokeApiToken(actor, { tokenId: String(own?.id) });
    expect((await send(token)).status).toBe(401);
    expect(await apiTokensOf(actor)).toEqual([]);
  });

  it("open what their owner may today, and nothing in another district", async () => {
    const { token } = await withToken("governor_office");
    expect((await send(token)).status).toBe(403);
    const { actor: maker, token: own } = await withToken();
    await at.db.owner`update facilities set district_id = places.id, village_id = null from places
      where places.level = 'district' and places.code = 'LA0101' and facilities.code = ${code}`;
    const { status, said } = await send(own);
    expect([status, said.response.conflicts[0].errorCode]).toEqual([409, "outside"]);
    await at.db.owner`update assignments set to_date = '2021-01-01' where user_id = ${maker.userId}`;
    expect((await send(own)).status).toBe(403);
  });

  it("only those who import make them, ten at most, and nobody takes back another's", async () => {
    const governor = actorFor({ role: "governor_office", districtIds: [at.here.districtId] });
    await expect(createApiToken(governor, { name: "x", days: 1 })).rejects.toMatchObject({
      code: "forbidden",
    });
    const { actor, token } = await withToken();
    for (let made = 1; made < 10; made++) await createApiToken(actor, { name: "x", days: 1 });
    await expect(createApiToken(actor, { name: "x", days: 1 })).rejects.toMatchObject({ code: "conflict" });
    const { actor: other } = await withToken();
    const [own] = await at.db
      .owner`select id, token_hash from api_tokens where user_id = ${actor.userId} and name = 'HMIS'`;
    await revokeApiToken(other, { tokenId: String(own?.id) });
    expect((await send(token)).status).toBe(200);
    expect(Buffer.from(own?.token_hash).toString()).not.toContain(token);
  });

  it("wait after sixty requests in a minute: 429, and for how long", async () => {
    const { token } = await withToken();
    const query = "importStrategy=MAYBE";
    const answers = await Promise.all(Array.from({ length: 61 }, () => send(token, { query })));
    const [late] = answers.filter(({ status }) => status === 429);
    expect(Number(late?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("a token ends", () => {
  it("with signing out everywhere", async () => {
    const { actor, token } = await withToken();
    expect((await send(token)).status).toBe(200);
    await endSessionsOf(actor, { userId: actor.userId });
    expect((await send(token)).status).toBe(401);
  });

  it("with a new password, while the session that set it goes on", async () => {
    const { actor, token } = await withToken();
    const session = newToken();
    await at.db.owner`
      insert into sessions (id, token_hash, user_id, expires_at, idle_seconds, user_agent)
      values (${randomUUID()}, ${hashOf(session)}, ${actor.userId}, now() + interval '1 day', 3600, 'test')`;
    await at.db.owner`select auth_change_password(${hashOf(session)}, 'hash')`;
    expect((await send(token)).status).toBe(401);
    const [living] = await at.db.owner`select (auth_live_session(${hashOf(session)})).id`;
    expect(living?.id).toBeTruthy();
  });
});
