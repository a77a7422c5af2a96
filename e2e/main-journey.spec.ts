import type { Page } from "@playwright/test";
import { expectAccessible, watchPolicy } from "./axe";
import { expect, type Owner, test } from "./fixtures";
import { words } from "./words";
import { facilitatorAt, paperMapPhoto, type Recorded } from "./workshop-steps";

// The whole of the main job in one sitting: Ban Bor's people, map, problems and plan, until its governor acts on it.

const t = words("lo");

/** Made up for this journey; only the village is real. */
const recorded: Recorded = {
  women: 14,
  men: 9,
  features: [
    ["school", "18.6081, 103.6520"],
    ["market", "18.6075, 103.6534"],
    ["water_source", "18.6070, 103.6541"],
    ["water_source", "18.6066, 103.6561"],
    ["sacred", "18.6062, 103.6526"],
    ["village_office", "18.6059, 103.6548"],
    ["road", "18.6090, 103.6510\n18.6060, 103.6550\n18.6035, 103.6590"],
    ["river", "18.6040, 103.6505\n18.6050, 103.6560\n18.6038, 103.6598"],
    ["bridge_ford", "18.6047, 103.6552"],
    ["vhv_home", "18.6072, 103.6570"],
    ["risk", "18.6045, 103.6530\n18.6052, 103.6560\n18.6038, 103.6570"],
    ["care_pregnant", "18.6057, 103.6579\n18.6061, 103.6588\n18.6052, 103.6590"],
  ],
  problems: [
    "ແມ່ໄປຮອດສຸກສາລາຊ້າເກີນໄປໃນລະດູຝົນ",
    "ເດັກນ້ອຍຖອກທ້ອງຫຼັງນ້ຳຖ້ວມ",
    "ແມ່ເກີດລູກຢູ່ເຮືອນໂດຍບໍ່ມີຜູ້ຊ່ວຍ",
    "ເດັກຂາດການສັກຢາກັນພະຍາດ",
    "ຢາບໍ່ພໍໃຊ້ຢູ່ສຸກສາລາ",
    "ຜູ້ເຖົ້າບໍ່ເຂົ້າໃຈຄຳແນະນຳຂອງໝໍ",
  ],
  grains: { women: [14, 6, 16, 4, 2, 0], men: [9, 10, 2, 3, 1, 2] },
  actions: [
    { what: "ສ້ອມຂົວເຂົ້າບ້ານບໍ່", lead: "district_public_works", due: ["5", "8", "2026"] },
    { what: "ຂຸດສ້າງບໍ່ນ້ຳບາດານ", lead: "district_health_office", due: ["1", "3", "2027"] },
    { what: "ຈັດລົດສົ່ງແມ່ໄປເກີດລູກ", lead: "village_chief", due: ["15", "1", "2027"] },
    { what: "ໝໍລົງສັກຢາທຸກເດືອນ", lead: "health_centre_head", due: ["1", "2", "2027"] },
    { what: "ສັ່ງຢາລ່ວງໜ້າໜຶ່ງເດືອນ", lead: "health_centre_head", due: ["1", "4", "2027"] },
  ],
  promise: "ອອກໄປຢາມບ້ານທຸກວັນຈັນ",
};

type BanBor = { id: string; code: string; name: string; district: string };

async function banBor(owner: Owner): Promise<BanBor> {
  const [village] = await owner<BanBor[]>`
    select v.id, v.code, v.name_lo as name, v.district_id as district from places v join places d on d.id = v.district_id
    where v.level = 'village' and v.name_lo in ('ບໍ່', 'ບ້ານບໍ່') and d.code = 'LA1104'`;
  if (!village) throw new Error("Ban Bor is not in LA1104");
  return village;
}

async function openVillage(page: Page, village: BanBor) {
  await page.goto("/lo/field/villages");
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
  await page.getByLabel(t("field.villages.search")).fill("ban bo");
  await page.locator(`a[href$="${village.id}"]`).click();
  await expect(page.getByRole("button", { name: t("workshops.start.button") })).toBeVisible();
}

/** What the server holds of a workshop, counted. */
async function held(owner: Owner, workshop: string) {
  const [counts] = await owner`
    select (select count(*)::int from map_features f join maps m on m.id = f.map_id where m.workshop_id = ${workshop}) as features,
      (select count(*)::int from problems where workshop_id = ${workshop} and statement <> '') as problems,
      (select coalesce(sum(dots), 0)::int from ballots where workshop_id = ${workshop}) as grains,
      (select sum(people)::int from attendance_tallies where workshop_id = ${workshop}) as people,
      (select count(*)::int from actions a join plans p on p.id = a.plan_id
        where p.workshop_id = ${workshop} and a.what <> '' and a.due is not null and a.lead is not null) as actions,
      (select count(*)::int from photos where workshop_id = ${workshop} and stored_at is not null) as photos,
      (select count(*)::int from commitments where workshop_id = ${workshop} and text = ${recorded.promise}) as promises`;
  return counts;
}

const whole = { features: 12, problems: 6, grains: 69, people: 23, actions: 5, photos: 1, promises: 1 };

test("Ban Bor's workshop is recorded, printed, seen by its governor alone, acted upon and put right", async ({
  page,
  signedIn,
  pageAs,
  owner,
}, info) => {
  test.setTimeout(360_000);
  const refused = watchPolicy(page);
  const village = await banBor(owner);
  await signedIn("facilitator.bolikhanh");
  await openVillage(page, village);
  const workshop = await facilitatorAt(page, "lo").recordWorkshop(recorded, await paperMapPhoto());
  await expect.poll(() => held(owner, workshop), { timeout: 60_000 }).toEqual(whole);
  const [ids] = await owner`
    select p.id as plan, m.id as map, f.id as photo,
      (select a.id from actions a where a.plan_id = p.id and a.what = ${recorded.actions[0]?.what ?? ""}) as action
    from plans p join maps m on m.workshop_id = p.workshop_id join photos f on f.workshop_id = p.workshop_id
    where p.workshop_id = ${workshop}`;
  if (!ids) throw new Error("The plan did not arrive");

  await test.step("the poster prints on one sheet with everything on it", async () => {
    await page.goto(`/lo/places/${village.code}/plan/poster?plan=${ids.plan}&size=a3`);
    const sheet = page.getByTestId("poster-sheet");
    for (const { what } of recorded.actions) await expect(sheet.getByText(what)).toBeVisible();
    await expect(sheet.getByText(recorded.promise)).toBeVisible();
    const pdf = await page.pdf({
      path: info.outputPath("poster.pdf"),
      preferCSSPageSize: true,
      printBackground: true,
    });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await page.content()).not.toContain("care_pregnant");
  });

  await test.step("the governor finds the late action in the list and instructs", async () => {
    const governor = await pageAs("governor.bolikhanh");
    await governor.goto("/lo/attention?kind=late_action");
    const late = governor
      .locator("li, article, section.card")
      .filter({ hasText: recorded.actions[0]?.what })
      .last();
    await expect(late).toContainText(t("attention.act.instruct", { office: "" }).trim());
    await expectAccessible(governor);
    await governor.goto(`/lo/places/${village.code}/plan?plan=${ids.plan}`);
    for (const { what } of recorded.actions) await expect(governor.getByText(what).first()).toBeVisible();
    await governor.goto("/lo/attention?kind=late_action");
    await governor
      .locator(`a[href*="${ids.action}"]`)
      .filter({ hasText: t("attention.act.instruct", { office: "" }).trim() })
      .first()
      .click();
    await governor.getByLabel(t("instructions.new.text")).fill("ສ້ອມຂົວໃຫ້ແລ້ວກ່ອນບຸນທາດຫຼວງ");
    await governor.getByLabel(t("instructions.new.to")).selectOption("district_public_works");
    await governor.getByRole("button", { name: t("instructions.new.send") }).click();
    await expect(governor.getByText(t("instructions.new.sent"))).toBeVisible();
    expect(await owner`select 1 from instructions where action_id = ${ids.action}`).toHaveLength(1);
  });

  await test.step("another district's governor finds nothing of it by page, API, photo or export", async () => {
    const stranger = await pageAs("governor.phaoudom");
    const closed = [
      `/lo/places/${village.code}`,
      `/lo/places/${village.code}/plan?plan=${ids.plan}`,
      `/lo/places/${village.code}/plan/poster?plan=${ids.plan}`,
      `/lo/places/${village.code}/map`,
      `/lo/places/${village.code}/workshops/${workshop}`,
      `/lo/places/${village.code}/history?subject=${ids.plan}`,
      `/api/maps/${ids.map}?format=geojson`,
      `/api/media/${ids.photo}`,
      `/api/plans/${ids.plan}/workbook`,
      `/api/sync?district=${village.district}`,
      "/lo/plans?district=LA1104",
    ];
    for (const path of closed) {
      const answer = await stranger.request.get(path);
      expect([403, 404], `${path}: ${answer.status()}`).toContain(answer.status());
      expect(await answer.text()).not.toContain(recorded.actions[0]?.what);
    }
    for (const path of ["/lo/plans", `/lo/search?q=${encodeURIComponent("ຂຸດສ້າງບໍ່ນ້ຳບາດານ")}`]) {
      expect(await (await stranger.request.get(path)).text()).not.toContain(ids.action);
    }
  });

  await test.step("a changed action is put back as it was agreed", async () => {
    await page.goto(`/lo/field/actions/${ids.action}`);
    await page.getByRole("button", { name: t("plans.action.edit") }).click();
    await page.getByLabel(t("plans.form.what")).fill("ລົບລ້າງ");
    const what = async () => (await owner`select what from actions where id = ${ids.action}`)[0]?.what;
    await expect.poll(what, { timeout: 30_000 }).toBe("ລົບລ້າງ");
    await page.goto(`/lo/places/${village.code}/history?subject=${ids.action}`);
    await page
      .getByRole("button", { name: t("history.restore.button") })
      .nth(0)
      .click();
    await page.getByLabel(t("history.restore.why")).fill("ຂຽນທັບໂດຍບໍ່ຕັ້ງໃຈ");
    await page.getByRole("button", { name: t("history.restore.confirm"), exact: true }).click();
    await expect.poll(what, { timeout: 30_000 }).toBe(recorded.actions[0]?.what);
  });
  expect(refused).toEqual([]);
});
