import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page, TestInfo } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";

type Plan = { plan: string; code: string; village: string };
type Asked = { owner: import("./fixtures").Owner; district: string };

/** The plans of a district, most actions first. */
const plansOf = ({ owner, district }: Asked): Promise<Plan[]> => owner<Plan[]>`
  select p.id as plan, v.code, v.name_lo as village from plans p join places v on v.id = p.village_id
  join places d on d.id = p.district_id where d.code = ${district} and p.deleted_at is null
  order by (select count(*) from actions a where a.plan_id = p.id) desc, p.id`;

const posterPath = ({ plan, code }: Plan, size: string, locale = "lo") =>
  `/${locale}/places/${code}/plan/poster?plan=${plan}&size=${size}`;

/** Prints as a person would, and reads the paper back: its size in points, and its letters without the spaces between them. */
async function printed(page: Page, info: TestInfo) {
  const file = info.outputPath("poster.pdf");
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const facts = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  const text = execFileSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" });
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts) ?? [];
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]),
    size: [Math.round(Number(width)), Math.round(Number(height))],
    letters: text.replace(/\s/g, ""),
  };
}

type Done = Plan & { action: string; what: string };

/** Actions reported done of plans that no public page shows yet. */
const doneActions = (owner: Asked["owner"]): Promise<Done[]> => owner<Done[]>`
  select p.id as plan, v.code, v.name_lo as village, a.id as action, a.what from actions a join plans p on p.id = a.plan_id
  join places v on v.id = p.village_id join places d on d.id = p.district_id
  where d.code = 'LA1101' and a.status = 'done' and not exists (select from shares s where s.plan_id = p.id) order by a.id`;

/** On a phone, without a script: "it is not done". The governor sees it, and passes the words on. */
async function villagerContradicts(visitor: Page, governor: Page, { action, what }: Done): Promise<void> {
  const say = visitor.locator("details", { has: visitor.locator(`input[value="${action}"]`) });
  await say.getByText("ແມ່ນແທ້ບໍ່? ບອກພວກເຮົາ").click();
  await say.getByRole("textbox").fill("ໂທ 020 5555 1234");
  await say.getByRole("button", { name: "ຍັງບໍ່ໄດ້ເຮັດ" }).click();
  await expect(visitor.getByRole("alert")).toContainText("ມີເບີໂທລະສັບ");
  await say.getByRole("textbox").fill("ຖັງນ້ຳແຕກແລ້ວ");
  await say.getByRole("button", { name: "ຍັງບໍ່ໄດ້ເຮັດ" }).click();
  await expect(visitor.getByRole("status")).toContainText("ໄດ້ຮັບຄຳຕອບຂອງທ່ານແລ້ວ");
  await expect(visitor.getByText("ຖັງນ້ຳແຕກແລ້ວ")).toHaveCount(0);

  await governor.goto("/en/voices");
  const contradiction = governor.locator(`a[href$="#action-${action}"]`, {
    hasText: "1 of 1 answers say not done",
  });
  await expect(contradiction).toContainText(what);
  await expectAccessible(governor);
  const words = governor.getByRole("listitem").filter({ hasText: "ຖັງນ້ຳແຕກແລ້ວ" });
  await words.getByRole("button", { name: "Pass" }).click();
  await expect(words).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByText("ຖັງນ້ຳແຕກແລ້ວ")).toBeVisible();
  await contradiction.click();
  await expect(governor.locator(`#action-${action}`)).toContainText("0 of 1 say done");
  await governor.goto("/en/attention?kind=contradiction");
  const matter = governor.locator("ul.att > li", { hasText: what });
  const said = "1 of 1 answers from the poster’s link since then say it is not done";
  await expect(matter.filter({ hasText: said })).toHaveCount(1);
}

const bare = (text: string) => text.replace(/\s/g, "");

/** Parts of a sheet whose content is higher or wider than their box. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        ".poster-sheet, .poster-head, .poster-body, .poster-column, .poster-foot, .poster-table td, .poster-table th",
      ),
    ]
      .filter((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
      .map(
        (box) => `${box.className} ${box.scrollHeight}/${box.clientHeight} ${box.textContent?.slice(0, 40)}`,
      ),
  );

test("prints on one A3 sheet, Lao marks intact, nothing cut off", async ({ page, signedIn, owner }, info) => {
  await signedIn("facilitator");
  const [plan] = await plansOf({ owner, district: "LA1101" });
  if (!plan) throw new Error("The demonstration has no plan in LA1101");
  await page.goto(posterPath(plan, "a3"));
  await page.emulateMedia({ media: "print" });
  expect(await cutOff(page)).toEqual([]);
  const paper = await printed(page, info);
  expect(paper).toMatchObject({ pages: 1, size: [1191, 842] });
  expect(paper.letters).toContain(bare(`ບ້ານ${plan.village}`));
  const said = await owner<{ what: string; statement: string }[]>`
    select a.what, p.statement from actions a join problems p on p.id = a.problem_id where a.plan_id = ${plan.plan}`;
  for (const { what, statement } of said) {
    expect(paper.letters).toContain(bare(what));
    expect(paper.letters).toContain(bare(statement));
  }
  for (const mark of ["້", "ົ", "ື", "ຳ", "ໍ", "ຼ", "່"]) expect(paper.letters).toContain(mark);
  expect(paper.letters).not.toMatch(/\uFFFD|\u25CC/);
});

test("the fullest plans of a district fit their sheets, on A3 and on A4", async ({
  page,
  signedIn,
  owner,
}, info) => {
  test.setTimeout(240_000);
  await signedIn("governor.phaoudom");
  await page.emulateMedia({ media: "print" });
  for (const plan of (await plansOf({ owner, district: "LA0504" })).slice(0, 6)) {
    for (const size of ["a3", "a4"]) {
      await page.goto(posterPath(plan, size));
      expect(await cutOff(page), `${plan.code} ${size}`).toEqual([]);
    }
  }
  const sheets = await page.getByTestId("poster-sheet").count();
  expect(await printed(page, info)).toMatchObject({ pages: sheets, size: [595, 842] });
});

test("without consent to display there is no poster, and it says why", async ({ page, signedIn, owner }) => {
  await signedIn("facilitator");
  const [plan] = (await plansOf({ owner, district: "LA1101" })).slice(-1);
  if (!plan) throw new Error("The demonstration has no plan in LA1101");
  const withdrawn = (day: string | null) => owner`
    update consents c set withdrawn_on = ${day} from plans p where p.id = ${plan.plan} and c.workshop_id = p.workshop_id and c.use = 'display'`;
  await withdrawn("2026-01-01");
  await page.goto(posterPath(plan, "a3", "en"));
  await expect(page.getByTestId("poster-sheet")).toHaveCount(0);
  await expect(page.getByText("The village has not agreed to display")).toBeVisible();
  await expectAccessible(page);
  await withdrawn(null);
});

test("a public page is opened and closed by a person, and shows no one's name", async ({ pageAs, owner }) => {
  const page = await pageAs("facilitator");
  const refused = watchPolicy(page);
  const [done] = await doneActions(owner);
  if (!done) throw new Error("The demonstration has no action reported done in LA1101");
  await page.goto(posterPath(done, "a3", "en"));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open a public page" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open the page" }).click();
  const link = page.getByRole("link", { name: "See the public page" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  expect(address).toMatch(/^\/v\/[A-Za-z0-9_-]{22}\?lang=en$/);

  const visitor = await pageAs(null);
  const answer = await visitor.goto(address);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()).toMatchObject({
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
  });
  expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
  expect(await visitor.locator("script").count()).toBe(0);
  expect((await answer?.body())?.length).toBeLessThan(60_000);
  await expect(visitor.getByText(/^We agreed on \d+ things/)).toBeVisible();
  await expectAccessible(visitor);
  await visitor.getByRole("link", { name: "ລາວ" }).click();
  await expect(visitor.getByText(/ພວກເຮົາຕົກລົງກັນ \d+ ຢ່າງ/)).toBeVisible();
  await expectAccessible(visitor);
  await villagerContradicts(visitor, await pageAs("governor.pakxan"), done);

  await page.getByRole("button", { name: "Close the public page" }).click();
  await page.getByRole("button", { name: "Close the page" }).click();
  await expect(link).toHaveCount(0);
  await visitor.goto(address);
  await expect(visitor.getByRole("heading", { name: "No longer shown" })).toBeVisible();
  await visitor.goto("/v/AAAAAAAAAAAAAAAAAAAAAA?lang=en");
  await expect(visitor.getByRole("heading", { name: "Not yet received" })).toBeVisible();
  expect(refused).toEqual([]);
});

test("another district's governor sees nothing of it", async ({ pageAs, owner }) => {
  const [plan] = await plansOf({ owner, district: "LA1101" });
  if (!plan) throw new Error("The demonstration has no plan in LA1101");
  const page = await pageAs("governor.phaoudom");
  const answer = await page.goto(posterPath(plan, "a3"));
  expect(answer?.status()).toBe(403);
  expect(await page.content()).not.toContain(plan.village);
});
