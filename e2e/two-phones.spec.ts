import type { Page } from "@playwright/test";
import { BadLink } from "./bad-link";
import { expect, type Owner, test } from "./fixtures";
import { OwnApplication } from "./own-application";
import { words } from "./words";
import { facilitatorAt } from "./workshop-steps";

// An afternoon's plan on two phones with no network, one of them dying half-way, and a server that dies twice while it receives.

const t = words("lo");
const agreed = ["ສ້ອມແປງຂົວ", "ຈັດລົດສົ່ງແມ່"] as const;

async function opened(page: Page, path = ""): Promise<void> {
  await page.goto(`/lo/field${path}`);
  await expect(page.locator("nav.tabs4, .foot").first()).toBeVisible({ timeout: 30_000 });
}

/** The phone has the screens and knows its area: from here on it needs no network. */
async function readyForTheField(page: Page): Promise<void> {
  await opened(page, "/villages");
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

async function anEmptyVillage(owner: Owner): Promise<{ id: string; code: string }> {
  const [village] = await owner<{ id: string; code: string }[]>`
    select v.id, v.code from places v join places d on d.id = v.district_id
    where d.code = 'LA1101' and v.level = 'village' and v.valid_to is null
      and not exists (select from workshops w where w.village_id = v.id) order by v.code desc limit 1`;
  if (!village) throw new Error("Every village of LA1101 has a workshop");
  return village;
}

/** Kills the application while a phone's changes are in its hands: received or not, the phone cannot know. */
function deathAtNextPush(link: BadLink, application: OwnApplication): Promise<void> {
  return new Promise((died) => {
    link.meanwhile = ({ method, url }) => {
      if (method !== "POST" || !url?.startsWith("/api/sync")) return;
      link.meanwhile = null;
      void application.kill().then(died);
    };
  });
}

test("two phones without network edit one plan, one dies, the server dies twice: all is there once, one question is asked", async ({
  owner,
  pageAs,
}) => {
  test.setTimeout(180_000);
  const application = new OwnApplication();
  await application.start();
  const link = new BadLink(application.address);
  const address = await link.open();
  const team = await pageAs("facilitator.pakxan", address);
  const office = await pageAs("health.pakxan", address);
  const village = await anEmptyVillage(owner);

  await readyForTheField(team);
  await opened(team, `/villages/${village.id}`);
  const workshop = await facilitatorAt(team, "lo").startWithPlan(agreed);
  const actions = () => owner`
    select a.what from actions a join plans p on p.id = a.plan_id
    where p.workshop_id = ${workshop} and a.deleted_at is null order by a.what`;
  await expect.poll(actions, { timeout: 30_000 }).toEqual([...agreed].sort().map((what) => ({ what })));
  await readyForTheField(office);
  await opened(office, `/workshops/${workshop}/plan`);
  await expect(office.getByText(agreed[0])).toBeVisible({ timeout: 30_000 });

  await application.kill();
  await test.step("both work on, with nothing to reach", async () => {
    await opened(team, `/workshops/${workshop}/plan`);
    await facilitatorAt(team, "lo").rewordAction(agreed[0], "ສ້ອມແປງຂົວກ່ອນລະດູຝົນ");
    await facilitatorAt(team, "lo").addAction("ຂຸດສ້າງນ້ຳ");
    await opened(office, `/workshops/${workshop}/plan`);
    await facilitatorAt(office, "lo").rewordAction(agreed[0], "ສ້າງຂົວໃໝ່");
    await facilitatorAt(office, "lo").addAction("ສັກຢາທຸກເດືອນ");
  });

  const phone = team.context();
  await test.step("one phone is closed hard half-way through a word and opens again", async () => {
    await team.getByRole("button", { name: t("plans.action.add"), exact: true }).click();
    await team.getByLabel(t("plans.form.what")).last().fill("ສອນແມ່ເລື່ອງອາຫານ");
    await team.close({ runBeforeUnload: false });
  });
  const again = await phone.newPage();
  await opened(again, `/workshops/${workshop}/plan`);
  await expect(again.getByText("ສອນແມ່ເລື່ອງອາຫານ")).toBeVisible();
  await expect(again.getByText("ສ້ອມແປງຂົວກ່ອນລະດູຝົນ")).toBeVisible();

  await test.step("the server comes back, and dies twice while it receives", async () => {
    for (const page of [again, office]) {
      const dying = deathAtNextPush(link, application);
      await application.start();
      await opened(page, "/outbox");
      await dying;
    }
    await application.start();
    await opened(again, "/outbox");
    await opened(office, "/outbox");
  });

  await test.step("everything is there, once", async () => {
    const expected = 5;
    await expect.poll(async () => (await actions()).length, { timeout: 90_000 }).toBe(expected);
    const doubled = await owner`
      select digest from changes where subject_id in
        (select a.id from actions a join plans p on p.id = a.plan_id where p.workshop_id = ${workshop})
      group by digest having count(*) > 1`;
    expect(doubled).toEqual([]);
  });

  await test.step("one question is asked in plain words, and decided", async () => {
    await opened(office, "/outbox");
    const question = office
      .locator("section.card")
      .filter({ hasText: t("field.conflict.title") })
      .filter({ hasText: "ສ້າງຂົວໃໝ່" });
    await expect(question).toHaveCount(1, { timeout: 60_000 });
    await expect(question).toContainText("ສ້ອມແປງຂົວກ່ອນລະດູຝົນ");
    await expect(question).toContainText("ສ້າງຂົວໃໝ່");
    await question.getByRole("radio", { name: /ສ້າງຂົວໃໝ່/ }).check();
    await question.getByRole("button", { name: t("field.conflict.use", { value: "ສ້າງຂົວໃໝ່" }) }).click();
    const open = () => owner`
      select s.id, s.conflicts, s.versions from subjects s join actions a on a.id = s.id join plans p on p.id = a.plan_id
      where p.workshop_id = ${workshop} and s.conflicts <> '{}'`;
    await expect.poll(open, { timeout: 60_000 }).toEqual([]);
  });

  await test.step("the governor reads the plan as it was decided", async () => {
    const governor = await pageAs("governor.pakxan", address);
    const [plan] = await owner`select id from plans where workshop_id = ${workshop}`;
    await governor.goto(`/lo/places/${village.code}/plan?plan=${plan?.id}`);
    for (const what of ["ສ້າງຂົວໃໝ່", agreed[1], "ຂຸດສ້າງນ້ຳ", "ສັກຢາທຸກເດືອນ", "ສອນແມ່ເລື່ອງອາຫານ"])
      await expect(governor.getByText(what).first()).toBeVisible();
    await expect(governor.getByText("ສ້ອມແປງຂົວກ່ອນລະດູຝົນ")).toHaveCount(0);
  });
  await application.kill();
  link.close();
});
