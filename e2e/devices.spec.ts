import { expectAccessible } from "./axe";
import { expect, test } from "./fixtures";

for (const locale of ["lo", "en"] as const) {
  test(`phones and quarantine are accessible in ${locale}`, async ({ pageAs, owner }) => {
    const [person] = await owner`select id from users where login = 'facilitator.pakxan'`;
    await owner`insert into devices (id, user_id, public_key, label, waiting, rejects, reported_at)
      values (gen_random_uuid(), ${person?.id}, '{}', 'Mozilla/5.0 (Linux; Android 14) Chrome/140', 3, 1, now())`;
    await owner`insert into quarantined_changes (change_id, digest, reason, carrier_id, change)
      values (gen_random_uuid(), 'x', 'signature', ${person?.id},
        '{"kind": "problem.record", "madeAt": "2026-11-20T01:02:03Z", "fields": {"statement": "ທາງຂາດ"}}'::jsonb)`;
    for (const [who, path] of [
      ["admin", "devices"],
      ["admin", "devices/quarantine"],
      ["health.pakxan", "devices"],
    ] as const) {
      const page = await pageAs(who);
      const answer = await page.goto(`/${locale}/admin/${path}`);
      expect(answer?.status()).toBe(200);
      await page.locator("details.fold").first().click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.screenshot({
        path: `.test/shots/${who}-${path.replace("/", "-")}-${locale}.png`,
        fullPage: true,
      });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.screenshot({
        path: `.test/shots/${who}-${path.replace("/", "-")}-${locale}-1280.png`,
        fullPage: true,
      });
    }
    await expect(
      (await (await pageAs("facilitator.pakxan")).goto(`/${locale}/admin/devices`))?.status(),
    ).toBe(403);
  });
}
