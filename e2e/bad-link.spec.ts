import sharp from "sharp";
import { watchPolicy } from "./axe";
import { BadLink } from "./bad-link";
import { expect, type Owner, test } from "./fixtures";
import { facilitatorAt, type Recorded } from "./workshop-steps";

// A whole workshop in airplane mode, and then a link that takes two seconds each way and cuts every fourth request.

const photoBytes = 1_000_000;
const mostBytes = 200_000;

/** Made up. */
const recorded: Recorded = {
  women: 11,
  men: 8,
  features: Array.from(
    { length: 12 },
    (_, n) => ["school", `18.${6000 + n * 7}, 103.${6500 + n * 9}`] as const,
  ),
  problems: [
    "ແມ່ໄປຮອດສຸກສາລາຊ້າເກີນໄປໃນລະດູຝົນ",
    "ເດັກນ້ອຍຖອກທ້ອງຫຼັງນ້ຳຖ້ວມ",
    "ແມ່ເກີດລູກຢູ່ເຮືອນໂດຍບໍ່ມີຜູ້ຊ່ວຍ",
    "ເດັກຂາດການສັກຢາກັນພະຍາດ",
    "ຢາບໍ່ພໍໃຊ້ຢູ່ສຸກສາລາ",
    "ຜູ້ເຖົ້າບໍ່ເຂົ້າໃຈຄຳແນະນຳຂອງໝໍ",
  ],
  grains: { women: [11, 6, 10, 4, 2, 0], men: [8, 9, 2, 3, 1, 1] },
  actions: ["ສ້ອມຂົວ", "ຂຸດນ້ຳສ້າງ", "ຈັດລົດສົ່ງແມ່", "ສັກຢາທຸກເດືອນ", "ສັ່ງຢາລ່ວງໜ້າ"].map((what) => ({
    what,
    lead: "village_chief",
    due: ["1", "6", "2027"] as const,
  })),
  promise: "ອອກໄປຢາມບ້ານທຸກວັນຈັນ",
};

/** A picture that does not get smaller: noise, as large as a phone's own. */
async function heavyPhoto(seed: number): Promise<Buffer> {
  const side = 1280;
  const raw = Buffer.alloc(side * side * 3);
  let state = seed;
  for (let at = 0; at < raw.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    raw[at] = state >>> 24;
  }
  return sharp(raw, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const held = async (owner: Owner, workshop: string) => {
  const [row] = await owner`
    select (select count(*)::int from map_features f join maps m on m.id = f.map_id where m.workshop_id = ${workshop}) as features,
      (select count(*)::int from problems where workshop_id = ${workshop}) as problems,
      (select count(*)::int from actions a join plans p on p.id = a.plan_id where p.workshop_id = ${workshop}) as actions,
      (select count(*)::int from photos where workshop_id = ${workshop} and stored_at is not null) as photos`;
  return row;
};

test("a workshop and four photos, recorded in airplane mode, arrive whole over two seconds of delay and cut connections @long", async ({
  owner,
  pageAs,
  baseURL,
}) => {
  test.setTimeout(420_000);
  const link = new BadLink(baseURL ?? "", 7);
  const address = await link.open();
  const page = await pageAs("facilitator.pakxan", address);
  const refused = watchPolicy(page);
  await page.goto("/lo/field/villages");
  await expect(page.locator("ul.card.list li").first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [village] = await owner`
    select v.id from places v join places d on d.id = v.district_id
    where d.code = 'LA1101' and v.level = 'village' and v.valid_to is null
      and not exists (select from workshops w where w.village_id = v.id) order by v.code limit 1`;

  await page.context().setOffline(true);
  await page.goto(`/lo/field/villages/${village?.id}`);
  const hands = facilitatorAt(page, "lo");
  const workshop = await hands.recordWorkshop(recorded, await heavyPhoto(1));
  await hands.openPlanProgress();
  for (const [n, { what }] of recorded.actions.slice(0, 3).entries())
    await hands.reportProgress(what, await heavyPhoto(n + 2));
  await page.goto("/lo/field/outbox");
  await expect(page.locator(".badge")).toBeVisible();
  expect(await held(owner, workshop)).toEqual({ features: 0, problems: 0, actions: 0, photos: 0 });

  Object.assign(link.bytes, { records: 0, photos: 0, requests: 0, cut: 0 });
  link.quality = { delayMs: 1000, cutEvery: 4 };
  await page.context().setOffline(false);
  const whole = { features: 12, problems: 6, actions: 5, photos: 4 };
  await expect.poll(() => held(owner, workshop), { timeout: 240_000, intervals: [1000] }).toEqual(whole);
  const sizes = await owner<{ bytes: number }[]>`select bytes from photos where workshop_id = ${workshop}`;
  for (const { bytes } of sizes) expect(bytes).toBeGreaterThan(photoBytes);
  expect(link.bytes.cut).toBeGreaterThanOrEqual(2);
  test.info().annotations.push({ type: "over the bad link", description: JSON.stringify(link.bytes) });
  expect(link.bytes.records).toBeLessThanOrEqual(mostBytes);
  const twice = await owner`
    select what from actions a join plans p on p.id = a.plan_id where p.workshop_id = ${workshop} group by what having count(*) > 1`;
  expect(twice).toEqual([]);
  expect(refused).toEqual([]);
  link.close();
});
