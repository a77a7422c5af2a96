import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { closeDatabase, withScope } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import type { Actor } from "@/lib/access/actor";
import { roles } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import { pullOverview, pullRunPage } from "./queries";
import { askPull, resumePull, stopPull } from "./run-commands";
import { PullForm } from "./schema";
import { authorizationFor } from "./secret";
import { setPull } from "./setting-commands";
import { administratorWith, pullForm } from "./testing-pulls";

let db: TestDatabase;
let admin: Actor;
const address = "https://hmis.example.la/dhis";

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two letters at least");
  db = await testDatabase();
  admin = await administratorWith(db.owner);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});
beforeEach(() => db.owner`truncate value_pulls, value_pull_runs, value_pull_parts`);

const box = async () => (await db.owner`select sealed from value_pulls`)[0]?.sealed ?? null;
const settings = () => db.owner`select address from value_pulls`;
const stopped = async () => {
  const runId = randomUUID();
  await askPull(admin, { runId, kind: "hand" });
  await db.owner`update value_pull_runs set state = 'stopped', problem = 'not_found' where id = ${runId}`;
  return runId;
};
const strangers = roles.filter((role) => role !== "administrator");
const commands = {
  set: (actor: Actor) => setPull(actor, pullForm(address)),
  ask: (actor: Actor) => askPull(actor, { runId: randomUUID(), kind: "hand" }),
  resume: (actor: Actor) => resumePull(actor, { runId: randomUUID() }),
  stop: (actor: Actor) => stopPull(actor, { runId: randomUUID() }),
  see: (actor: Actor) => pullOverview(actor),
  read: (actor: Actor) => pullRunPage(actor, randomUUID()),
};

describe("who may", () => {
  it.each(Object.entries(commands))(
    "%s: nobody but an administrator of the country",
    async (_name, command) => {
      for (const role of strangers)
        await expect(command(actorFor({ role, nation: true })), role).rejects.toMatchObject({
          code: "forbidden",
        });
      const local = actorFor({ role: "administrator", districtIds: [randomUUID()] });
      await expect(command(local), "of a district").rejects.toMatchObject({ code: "forbidden" });
      expect(await settings()).toHaveLength(0);
      expect(await db.owner`select 1 from value_pull_runs`).toHaveLength(0);
    },
  );

  it("the tables tell nobody else, and nobody the sealed secret", async () => {
    await setPull(admin, pullForm(address));
    await askPull(admin, { runId: randomUUID(), kind: "hand" });
    const office = actorFor({ role: "ministry", nation: true });
    for (const table of ["value_pull_runs", "value_pull_parts"])
      expect([
        ...(await withScope(office.scope, (tx) => tx.execute(sql.raw(`select 1 from ${table}`)))),
      ]).toEqual([]);
    expect([...(await withScope(office.scope, (tx) => tx.execute(sql`select id from value_pulls`)))]).toEqual(
      [],
    );
    await expect(
      withScope(admin.scope, (tx) => tx.execute(sql`select sealed from value_pulls`)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("the setting", () => {
  it("is kept, the same form twice once, and in the history without the secret", async () => {
    const form = pullForm(address, { orgUnits: "DiszpKrYNg8, O6uvpzGd5pu\nDiszpKrYNg8", active: "on" });
    await setPull(admin, form);
    await setPull(admin, form);
    const { setting } = await pullOverview(admin);
    expect(setting).toMatchObject({ address, orgUnits: ["DiszpKrYNg8", "O6uvpzGd5pu"], secretKind: "token" });
    const changes = await db.owner`
      select p.fields from changes c join change_payloads p on p.change_id = c.id where c.id = ${form.changeId}`;
    expect(changes).toHaveLength(1);
    expect(changes[0]?.fields).toMatchObject({ address, newSecret: true });
    const everything = JSON.stringify([changes, setting, await box()]);
    expect(everything).not.toContain(String(form.token));
    expect(authorizationFor(await box(), "https://hmis.example.la")).toBe(`ApiToken ${form.token}`);
  });

  it("keeps its secret until another is entered or another server; never gives it to that one", async () => {
    await setPull(admin, pullForm(address));
    const first = await box();
    await setPull(admin, pullForm(`${address}/elsewhere`, { token: undefined as never, months: "6" }));
    expect(await box()).toBe(first);
    await expect(
      setPull(admin, pullForm("https://other.example.la", { token: undefined as never })),
    ).rejects.toMatchObject({ code: "invalid", details: { fields: { token: "needed" } } });
    expect(authorizationFor(first, "https://other.example.la")).toBeNull();
    const named = { token: undefined as never, user: "connect", password: "ລະຫັດ: 1" };
    await setPull(admin, pullForm("https://other.example.la", named));
    const basic = Buffer.from("connect:ລະຫັດ: 1").toString("base64");
    expect(authorizationFor(await box(), "https://other.example.la")).toBe(`Basic ${basic}`);
    vi.stubEnv("NEXTAUTH_SECRET", "another secret of thirty-two letters");
    expect(authorizationFor(await box(), "https://other.example.la")).toBeNull();
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of thirty-two letters at least");
  });

  it.each([
    ["http://hmis.example.la", "https"],
    ["https://a:b@hmis.example.la", "credentials"],
    ["https://10.0.0.1", "private"],
    ["http://localhost:8080", "https"],
    ["nonsense", "format"],
  ])("refuses %s", async (text, problem) => {
    await expect(setPull(admin, pullForm(text))).rejects.toMatchObject({
      details: { fields: { address: problem } },
    });
    expect(await settings()).toHaveLength(0);
  });

  it.each([
    [{ token: "with space" }, "token"],
    [{ token: "line\nbreak" }, "token"],
    [{ user: "a:b" }, "user"],
    [{ dataSets: "short" }, "dataSets"],
    [{ orgUnits: "" }, "orgUnits"],
    [{ strategy: "DELETE" }, "strategy"],
    [{ months: "25" }, "months"],
    [{ day: "29" }, "day"],
  ])("the form refuses %o", (over, field) => {
    const parsed = PullForm.safeParse({
      ...pullForm(address),
      dataSets: "BfMAe6Itzgt",
      orgUnits: "DiszpKrYNg8",
      children: "on",
      active: undefined,
      ...over,
    });
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});

describe("runs", () => {
  beforeEach(() => setPull(admin, pullForm(address)));

  it("asked for twice is one; another one waits its turn", async () => {
    const runId = randomUUID();
    await askPull(admin, { runId, kind: "trial" });
    await askPull(admin, { runId, kind: "trial" });
    expect(await pullRunPage(admin, runId)).toMatchObject({
      kind: "trial",
      state: "waiting",
      asked: { address },
    });
    await expect(askPull(admin, { runId: randomUUID(), kind: "hand" })).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("go on by the setting as it was mended, twice is once", async () => {
    const runId = await stopped();
    await setPull(admin, pullForm("https://hmis.example.la/mended"));
    await resumePull(admin, { runId });
    await resumePull(admin, { runId });
    expect(await pullRunPage(admin, runId)).toMatchObject({
      state: "waiting",
      problem: null,
      asked: { address: "https://hmis.example.la/mended" },
    });
    await expect(resumePull(admin, { runId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  });

  it("do not go on beside another", async () => {
    const runId = await stopped();
    await askPull(admin, { runId: randomUUID(), kind: "hand" });
    await expect(resumePull(admin, { runId })).rejects.toMatchObject({ code: "stale" });
  });

  it("are stopped by a person, twice is once, and leave room for another", async () => {
    const runId = randomUUID();
    await askPull(admin, { runId, kind: "hand" });
    await stopPull(admin, { runId });
    await stopPull(admin, { runId });
    expect(await pullRunPage(admin, runId)).toMatchObject({ state: "stopped", problem: null });
    await askPull(admin, { runId: randomUUID(), kind: "hand" });
    await expect(stopPull(admin, { runId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  });

  it("are forgotten after a year", async () => {
    const [old, young] = [await stopped(), await stopped()];
    await db.owner`update value_pull_runs set asked_at = now() - interval '366 days' where id = ${old}`;
    await db.owner`select auth_prune()`;
    expect((await pullOverview(admin)).runs.map(({ id }) => id)).toEqual([young]);
  });
});
