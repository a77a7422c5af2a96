import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { newChange } from "@/lib/changes/new-change";
import type { RecordType } from "@/lib/changes/registry";
import { samples } from "@/lib/changes/samples";
import { expect, type Owner, test } from "./fixtures";

// The second district's records carry a word that must not appear in any answer to anybody of the first, whatever the
// address. Every page and route of app/ is in this table; a new one fails here until it is.
const canary = `canary${randomUUID().slice(0, 8)}`;
type Planted = Readonly<Record<string, string>>;

const inSyncOrder: readonly RecordType[] = [
  "workshop",
  "group",
  "commitment",
  "map",
  "feature",
  "problem",
  "solution",
  "plan",
  "action",
  "progress",
  "visit",
];
const words: Partial<Record<RecordType, object>> = {
  workshop: { title: canary, note: canary, venue: canary },
  group: { label: canary },
  commitment: { text: canary },
  map: { title: canary },
  feature: { label: canary },
  problem: { statement: canary },
  solution: { text: canary },
  action: { what: canary },
  progress: { note: canary },
  visit: { findings: canary },
};

async function plant(owner: Owner, request: APIRequestContext): Promise<Planted> {
  const [village] = await owner`
    select v.id, v.code, v.district_id from places v join places d on d.id = v.district_id
    where d.code = 'LA0504' and v.level = 'village' order by v.code limit 1`;
  const ids: Record<string, string> = {
    village: village?.id,
    villageCode: village?.code,
    district: village?.district_id,
  };
  const changes = inSyncOrder.map((type) => {
    const fields = { ...samples[type](ids), ...words[type] };
    const change = newChange({
      type,
      place: ids.village as string,
      fields: fields as never,
      madeAt: new Date(),
    });
    ids[type] = change.subject;
    return change;
  });
  const answer = await request.post("/api/sync", { data: { device: null, epoch: null, changes } });
  expect((await answer.json()).answers.map(({ status }: { status: string }) => status)).toEqual(
    changes.map(() => "accepted"),
  );
  return ids;
}

/** All that a phone would pull of a district. */
async function everyPage(request: APIRequestContext, district: string): Promise<string> {
  let all = "";
  for (let cursor: string | null = null; ; ) {
    const answer = await request.get(`/api/sync?district=${district}${cursor ? `&cursor=${cursor}` : ""}`);
    const text = await answer.text();
    all += text;
    const page = JSON.parse(text);
    if (!page.more) return all;
    cursor = page.cursor;
  }
}

/** Each file of a route with the addresses that try it on the planted records; `closed` must not answer 200. */
const addresses: Readonly<
  Record<string, { open?: (p: Planted) => string[]; closed?: (p: Planted) => string[] }>
> = {
  "[locale]/page.tsx": { open: () => ["/lo"] },
  "[locale]/(public)/about/page.tsx": { open: () => ["/lo/about"] },
  "[locale]/(public)/invitation/page.tsx": { open: () => ["/lo/invitation"] },
  "[locale]/(public)/privacy/page.tsx": { open: () => ["/lo/privacy"] },
  "[locale]/(public)/sign-in/page.tsx": { open: () => ["/lo/sign-in"] },
  "[locale]/(public)/sign-in/code/page.tsx": { open: () => ["/lo/sign-in/code"] },
  "[locale]/(public)/sign-in/new-password/page.tsx": { open: () => ["/lo/sign-in/new-password"] },
  "[locale]/(public)/sign-in/second-factor/page.tsx": { open: () => ["/lo/sign-in/second-factor"] },
  "[locale]/[...missing]/page.tsx": { open: () => ["/lo/nothing-here"] },
  "[locale]/field/[[...path]]/page.tsx": { open: (p) => [`/lo/field/workshops/${p.workshop}`] },
  "[locale]/(work)/admin/accounts/page.tsx": { open: () => ["/lo/admin/accounts?q=pakxan"] },
  "[locale]/(work)/admin/accounts/new/page.tsx": { open: () => ["/lo/admin/accounts/new"] },
  "[locale]/(work)/admin/accounts/[userId]/page.tsx": { open: () => [`/lo/admin/accounts/${randomUUID()}`] },
  "[locale]/(work)/admin/escalation/page.tsx": { open: () => ["/lo/admin/escalation"] },
  "[locale]/(work)/admin/imports/page.tsx": { open: () => ["/lo/admin/imports"] },
  "[locale]/(work)/admin/imports/[id]/page.tsx": { open: () => [`/lo/admin/imports/${randomUUID()}`] },
  "[locale]/(work)/admin/places/page.tsx": { open: () => ["/lo/admin/places"] },
  "[locale]/(work)/admin/places/[code]/page.tsx": { open: (p) => [`/lo/admin/places/${p.villageCode}`] },
  "[locale]/(work)/admin/places/[code]/change/page.tsx": {
    open: (p) => [`/lo/admin/places/${p.villageCode}/change`],
  },
  "[locale]/(work)/admin/places/[code]/profile/page.tsx": {
    open: (p) => [`/lo/admin/places/${p.villageCode}/profile`],
  },
  "[locale]/(work)/admin/vocabularies/page.tsx": { open: () => ["/lo/admin/vocabularies"] },
  "[locale]/(work)/brief/page.tsx": {
    open: () => ["/lo/brief"],
    closed: () => ["/lo/brief?district=LA0504"],
  },
  "[locale]/(work)/districts/page.tsx": { open: () => ["/lo/districts"] },
  "[locale]/(work)/instructions/page.tsx": {
    open: () => ["/lo/instructions", "/lo/instructions?district=LA0504"],
  },
  "[locale]/(work)/instructions/[id]/page.tsx": { closed: () => [`/lo/instructions/${randomUUID()}`] },
  "[locale]/(work)/instructions/new/page.tsx": {
    closed: (p) => [`/lo/instructions/new?district=LA0504&village=${p.village}&action=${p.action}`],
  },
  "[locale]/(work)/me/page.tsx": { open: () => ["/lo/me"] },
  "[locale]/(work)/places/[code]/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}`, `/lo/places/${p.village}`],
  },
  "[locale]/(work)/places/[code]/plan/page.tsx": { closed: (p) => [`/lo/places/${p.villageCode}/plan`] },
  "[locale]/(work)/places/[code]/plan/poster/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}/plan/poster?plan=${p.plan}`],
  },
  "[locale]/(work)/places/[code]/map/page.tsx": { closed: (p) => [`/lo/places/${p.villageCode}/map`] },
  "[locale]/(work)/places/[code]/problems/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}/problems`],
  },
  "[locale]/(work)/places/[code]/workshops/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}/workshops`],
  },
  "[locale]/(work)/places/[code]/workshops/[id]/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}/workshops/${p.workshop}`],
  },
  "[locale]/(work)/places/[code]/history/page.tsx": {
    closed: (p) => [`/lo/places/${p.villageCode}/history?subject=${p.plan}`],
  },
  "[locale]/(work)/plans/page.tsx": {
    open: () => ["/lo/plans"],
    closed: () => ["/lo/plans?district=LA0504"],
  },
  "[locale]/(work)/rollout/page.tsx": { open: () => ["/lo/rollout"] },
  "[locale]/(work)/search/page.tsx": { open: () => [`/lo/search?q=${canary.slice(0, 6)}`] },
  "[locale]/(work)/today/page.tsx": {
    open: () => ["/lo/today"],
    closed: () => ["/lo/today?district=LA0504"],
  },
  "[locale]/(work)/villages/page.tsx": {
    open: () => ["/lo/villages"],
    closed: () => ["/lo/villages?district=LA0504"],
  },
  "api/auth/[...nextauth]/route.ts": { open: () => ["/api/auth/session"] },
  "api/field/bootstrap/route.ts": { open: () => ["/api/field/bootstrap"] },
  "api/field/device/route.ts": {},
  "api/field/sign-out/route.ts": {},
  "api/health/route.ts": { open: () => ["/api/health"] },
  "api/imports/route.ts": {},
  "api/maps/[id]/route.ts": {
    closed: (p) => [`/api/maps/${p.map}?format=geojson`, `/api/maps/${p.map}?format=kml`],
  },
  "api/maps/basemap/route.ts": { open: () => ["/api/maps/basemap"] },
  "api/media/[name]/route.ts": { closed: () => [`/api/media/${randomUUID()}`] },
  "api/plans/[planId]/workbook/route.ts": { closed: (p) => [`/api/plans/${p.plan}/workbook`] },
  "api/rollout/reach/route.ts": { open: () => ["/api/rollout/reach"] },
  "api/sync/route.ts": { open: (p) => ["/api/sync", `/api/sync?district=${p.district}`] },
  "v/[token]/route.ts": { open: () => ["/v/AAAAAAAAAAAAAAAAAAAAAA"] },
};

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

test("every route of the application is in the table", () => {
  const files = globSync("app/**/{page.tsx,route.ts}").map((file) => file.slice("app/".length));
  expect(files.filter((file) => !(file in addresses)).sort()).toEqual([]);
  expect(
    Object.keys(addresses)
      .filter((file) => !files.includes(file))
      .sort(),
  ).toEqual([]);
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
  for (const who of strangers) {
    const { request } = await pageAs(who);
    for (const { open, closed } of Object.values(addresses)) {
      for (const address of [...(open?.(planted) ?? []), ...(closed?.(planted) ?? [])]) {
        const answer = await request.get(address);
        const told = address.includes("search")
          ? (await answer.text()).replaceAll(canary.slice(0, 6), "")
          : await answer.text();
        expect(told, `${who} ${address}`).not.toContain(
          address.includes("search") ? canary.slice(6) : canary,
        );
      }
      for (const address of closed?.(planted) ?? []) {
        expect((await request.get(address, { maxRedirects: 0 })).status(), `${who} ${address}`).not.toBe(200);
      }
    }
  }
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
