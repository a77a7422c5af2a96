import { expect, test } from "./fixtures";
import { OidcIssuer } from "./oidc-issuer";
import { OwnApplication } from "./own-application";

test("an institution's sign-in opens the account of its verified address, and makes none", async ({
  owner,
  pageAs,
}) => {
  test.slow();
  const issuer = new OidcIssuer();
  const login = `institution-${Date.now()}`;
  const email = `${login}@example.org`;
  await owner`insert into users (id, login, display_name, email) values (gen_random_uuid(), ${login}, ${login}, ${email})`;
  await issuer.start();
  const application = new OwnApplication({
    OIDC_ISSUER: issuer.address,
    OIDC_CLIENT_ID: issuer.client.id,
    OIDC_CLIENT_SECRET: issuer.client.secret,
  });
  try {
    await application.start();
    const page = await pageAs(null, application.address);
    const byInstitution = page.getByRole("button", { name: "Sign in with your institution's account" });
    for (const person of [
      { subject: "2", email: `nobody-${Date.now()}@example.org`, verified: true },
      { subject: "1", email, verified: false },
    ]) {
      issuer.person = person;
      await page.goto("/en/sign-in");
      await byInstitution.click();
      await expect(page.getByText("No account here has the e-mail address")).toBeVisible({ timeout: 30_000 });
      expect(await owner`select 1 from users where email = ${person.email} and login <> ${login}`).toEqual(
        [],
      );
    }
    issuer.person = { subject: "1", email, verified: true };
    await page.goto("/en/sign-in?return=/en/me");
    await byInstitution.click();
    await page.waitForURL(/\/en\/me$/, { timeout: 30_000 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(login);
    const kept = owner`select federated from sessions s join users u on u.id = s.user_id where u.login = ${login} and federated`;
    expect(await kept).toHaveLength(1);
    expect(issuer.refused).toEqual([]);
  } finally {
    await application.kill();
    issuer.stop();
  }
});
