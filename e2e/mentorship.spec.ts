import { expectAccessible, watchPolicy } from "./axe";
import { expect, test } from "./fixtures";
import { onDevice } from "./phone";
import { words } from "./words";

const lo = words("lo");
const said = (key: string, values?: Record<string, string | number>) => lo(`mentorship.${key}`, values);
const mentor = "mentor.pakxan";
const failing = new Set(["golden_minute", "seal"]);

test("a mentor without network scores a replacement on a phone: what she forgot, what failed, the plan; the office reads it", async ({
  page,
  context,
  signedIn,
  owner,
  pageAs,
}) => {
  const refused = watchPolicy(page);
  const [mentee] = await owner`
    select m.id, m.name, (select jsonb_array_length(items) from checklists where tool = 'osce' order by version desc limit 1) as items
    from mentees m where m.status = 'active' and exists (select from assessments a where a.mentee_id = m.id)
      and not exists (select from assessments a where a.mentee_id = m.id and a.date > current_date - 5)
    order by m.track = 'replacement' desc, m.name limit 1`;
  const [{ begun } = { begun: "" }] = await owner`select now()::text as begun`;
  await signedIn(mentor);
  await page.goto("/lo/field/checklist");
  await expect(page.getByRole("link", { name: mentee?.name })).toBeVisible({ timeout: 30_000 });
  expect(await onDevice(page)).toContain("/offline/worker.js");

  await context.setOffline(true);
  await page.locator('a[href$="/field/checklist/session"]').first().click();
  await page.getByRole("button", { name: said("session.begin"), exact: true }).click();
  await expect(page.getByRole("heading", { name: said("session.now") })).toBeVisible();
  await page.getByRole("link", { name: mentee?.name }).click();
  await expect(page.getByRole("heading", { name: said("mentee.lookFirst") })).toBeVisible();
  await page.getByRole("button", { name: said("mentee.start", { tool: said("tool.osce") }) }).click();

  let left = Number(mentee?.items);
  for (let step = 0; step < 8; step++) {
    const items = page.locator(".osce-item");
    await expect(items.first()).toBeVisible();
    const codes = await items
      .locator("input[value=done]")
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
    for (const code of codes) {
      const mark = failing.has(code) ? "not_done" : "done";
      await page.locator(`label:has(input[name="${code}"][value="${mark}"])`).click();
      await expect(page.locator(`input[name="${code}"][value="${mark}"]`)).toBeChecked();
    }
    if (codes.includes("seal")) {
      await expect(page.locator("#item-seal .notice.late")).toBeVisible();
      await expectAccessible(page);
    }
    left -= codes.length;
    await expect(page.locator(".osce-foot")).toContainText(
      said("bar.left", { count: left, n: String(left) }),
    );
    const address = page.url();
    await page.locator(".osce-foot button").first().click();
    await expect.poll(() => page.url()).not.toBe(address);
  }
  await expect(page.getByText(said("result.failedCritical", { count: 2, n: "2" }))).toBeVisible();
  await page
    .getByRole("button", { name: said("result.toPlan") })
    .first()
    .click();
  await expect(page.getByLabel(said("plan.what"))).toHaveValue(/.+/);
  await expectAccessible(page);
  await page.getByRole("button", { name: said("result.finish") }).click();
  await expect(
    page.getByRole("button", { name: said("mentee.again", { tool: said("tool.osce") }) }),
  ).toBeVisible();

  await context.setOffline(false);
  await expect
    .poll(
      async () => {
        const [row] = await owner`
          select (select count(*) from assessments where mentee_id = ${mentee?.id} and finished
              and marks->>'seal' = 'not_done' and created_at > ${begun})::int as scores,
            (select count(*) from next_steps where mentee_id = ${mentee?.id}
              and created_at > ${begun})::int as steps`;
        return row;
      },
      { timeout: 30_000 },
    )
    .toMatchObject({ scores: 1, steps: 1 });

  const office = await pageAs("health.pakxan");
  await office.goto(`/lo/mentees/${mentee?.id}`);
  await expect(office.locator("main")).toContainText(said("verdict.failed"));
  const governor = await pageAs("governor.pakxan");
  expect((await governor.request.get(`/lo/mentees/${mentee?.id}`)).status()).toBe(403);
  await governor.goto("/lo/mentees");
  await expect(governor.locator("table")).toBeVisible();
  expect(await governor.content()).not.toContain(String(mentee?.name));
  expect(refused).toEqual([]);
});
