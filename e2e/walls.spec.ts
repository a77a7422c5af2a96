import { globSync } from "node:fs";
import type { APIResponse } from "@playwright/test";
import { rolesTable } from "@/lib/access/roles";
import { newChange } from "@/lib/changes/new-change";
import { demoAccounts } from "@/lib/people/demo-accounts";
import { addresses, type Tried } from "./addresses";
import { expect, test } from "./fixtures";
import { canary, everyPage, plant } from "./planted";

const strangers = [
  null,
  "facilitator.pakxan",
  "healthcentre.pakxan",
  "reporter.pakxan",
  "health.pakxan",
  "governor.pakxan",
  "province.bolikhamxay",
  "partner",
  "mentor.pakxan",
  "admin",
] as const;
type Stranger = (typeof strangers)[number];

function holdsOneOf(verbs: Tried["verbs"], who: string): boolean {
  const role = demoAccounts.find(({ login }) => login === who)?.role;
  if (!role) throw new Error(`No demonstration account ${who}`);
  return !verbs || verbs.some((verb) => rolesTable[role].includes(verb));
}

/** What the address must answer to this reader: exactly one status. */
function expected(who: Stranger, tried: Tried, kind: "open" | "closed", address: string): number {
  if (who === null && !tried.visitors) return address.startsWith("/api/") ? 401 : 307;
  if (who !== null && !holdsOneOf(tried.verbs, who)) return 403;
  return kind === "open" ? (tried.status ?? 200) : (tried.answer ?? 403);
}

/** What the answer says, without the reader's own question, which the search page repeats. */
async function told(answer: APIResponse, address: string): Promise<string> {
  const text = await answer.text();
  return address.includes("search") ? text.replaceAll(canary.slice(0, 6), "") : text;
}

test("every route of the application is in the table", () => {
  const files = globSync("app/**/{page.tsx,route.ts}").map((file) => file.slice("app/".length));
  expect(Object.keys(addresses).sort()).toEqual(files.sort());
});

test("nobody of another place reads a word of a district's records, by any address", async ({
  owner,
  pageAs,
}) => {
  test.setTimeout(300_000);
  const team = await pageAs("facilitator.phaoudom");
  const planted = await plant(owner, team.request);
  expect(await everyPage(team.request, planted.district as string), "its own team reads it").toContain(
    canary,
  );
  const wrong: string[] = [];
  for (const who of strangers) {
    const { request } = await pageAs(who);
    for (const tried of Object.values(addresses)) {
      for (const kind of ["open", "closed"] as const) {
        for (const address of tried[kind]?.(planted) ?? []) {
          const answer = await request.get(address, { maxRedirects: 0 });
          const status = expected(who, tried, kind, address);
          if (answer.status() !== status) wrong.push(`${who} ${address}: ${answer.status()}, not ${status}`);
          if (status === 307 && who === null)
            expect(answer.headers().location, address).toContain("/sign-in");
          const secret = address.includes("search") ? canary.slice(6) : canary;
          expect(await told(answer, address), `${who} ${address}`).not.toContain(secret);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("nobody of another place writes into a district's records", async ({ owner, pageAs }) => {
  const planted = await plant(owner, (await pageAs("facilitator.phaoudom")).request);
  for (const who of strangers.filter((name) => name !== null)) {
    const { request } = await pageAs(who);
    const change = newChange({
      type: "action",
      subject: planted.action,
      place: planted.village as string,
      fields: { what: "overwritten" },
      madeAt: new Date(),
    });
    const answer = await request.post("/api/sync", {
      data: { device: null, epoch: null, changes: [change] },
    });
    expect(await answer.json(), who).toMatchObject({ answers: [{ status: "rejected", code: "forbidden" }] });
  }
  const [row] = await owner`select what from actions where id = ${planted.action as string}`;
  expect(row?.what).toBe(canary);
});
