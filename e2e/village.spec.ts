import { expectAccessible, watchPolicy } from "./axe";
import { expect, type Owner, test } from "./fixtures";

type Village = { code: string; name: string; plan: string; workshop: string; action: string };

/** A village of the district with two workshops, else with one, as the demonstration tells it: other journeys begin plans of today. */
async function aVillage(owner: Owner, district = "LA1101"): Promise<Village> {
  const [row] = await owner<Village[]>`
    select v.code, v.name_lo as name, p.id as plan, p.workshop_id as workshop,
      (select a.id from actions a where a.plan_id = p.id order by a.position limit 1) as action
    from plans p join places v on v.id = p.village_id join places d on d.id = p.district_id
    where d.code = ${district} and p.deleted_at is null and p.agreed_date < current_date - 14
    order by (select count(*) from workshops w where w.village_id = v.id) desc, p.agreed_date desc limit 1`;
  if (!row) throw new Error(`The demonstration has no plan in ${district}`);
  return row;
}

const pagesOf = ({ code, plan, workshop }: Village) => [
  `/places/${code}`,
  `/places/${code}/plan?plan=${plan}`,
  `/places/${code}/map`,
  `/places/${code}/problems`,
  `/places/${code}/workshops`,
  `/places/${code}/workshops/${workshop}`,
  `/places/${code}/history`,
  `/places/${code}/history?subject=${plan}`,
];

test("the governor reaches everything of a village, in both languages, without a fault", async ({
  page,
  signedIn,
  owner,
}) => {
  test.setTimeout(240_000);
  const refused = watchPolicy(page);
  await signedIn("governor.pakxan");
  const village = await aVillage(owner);
  for (const [locale, width] of [
    ["lo", 360],
    ["en", 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [...pagesOf(village), "/places/LA1101", "/search?q=ນາ", "/search"]) {
      const answer = await page.goto(`/${locale}${path}`);
      expect(answer?.status(), path).toBe(200);
      await expectAccessible(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
  expect(refused).toEqual([]);
});

test("another district's governor gets a refusal on each page, and nothing of the village", async ({
  pageAs,
  owner,
}) => {
  test.setTimeout(120_000);
  const village = await aVillage(owner);
  const page = await pageAs("governor.phaoudom");
  const [words] = await owner`select what from actions where id = ${village.action}`;
  for (const path of [...pagesOf(village), "/places/LA1101"]) {
    const answer = await page.goto(`/lo${path}`);
    expect(answer?.status(), path).toBe(403);
    const content = await page.content();
    expect(content).not.toContain(village.name);
    expect(content).not.toContain(words?.what);
  }
  await page.goto(`/lo/search?q=${encodeURIComponent(words?.what)}`);
  expect(await page.locator(`a[href*="${village.action}"]`).count()).toBe(0);
});

test("a sensitive place is counted for the governor, never shown", async ({ pageAs, owner }) => {
  const [place] = await owner<{ code: string }[]>`
    select v.code from map_features f join places v on v.id = f.village_id join places d on d.id = f.district_id
    where f.sensitive and f.deleted_at is null and d.code = 'LA1101'
      and 1 = (select count(*) from workshops w where w.village_id = v.id) and f.map_id = wall_map((select workshop_id from maps m where m.id = f.map_id)) limit 1`;
  const page = await pageAs("governor.pakxan");
  await page.goto(`/en/places/${place?.code}/map`);
  await expect(
    page.getByText(/sensitive places? (is|are) kept by the facilitation team/).first(),
  ).toBeVisible();
  expect(await page.content()).not.toMatch(/care_pregnant|care_unvaccinated|care_elder_disabled/);
});

test("a record's history tells who and what in words, with its chain unbroken", async ({ pageAs, owner }) => {
  const { code, plan } = await aVillage(owner);
  const page = await pageAs("facilitator.pakxan");
  await page.goto(`/en/places/${code}/history?subject=${plan}`);
  await expect(page.getByText("The chain of entries is unbroken")).toBeVisible();
  await page.locator("main summary").last().click();
  const told = (await page.locator("main").textContent()) ?? "";
  expect(told).toContain("Agreed");
  expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined|null/);
});
