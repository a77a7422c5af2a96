import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, test as base, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { type Role, roles } from "@/lib/access/roles";
import { demoAccounts } from "@/lib/people/demo-accounts";
import { tellPageErrors } from "./page-errors";

export { expect } from "@playwright/test";

const dataDir = process.env.E2E_DATA_DIR || ".test/e2e";
const kept = (name: string) => JSON.parse(readFileSync(join(dataDir, name), "utf8"));

/** The secret the server under test seals its cookies with. */
const secret = () => kept("secrets.json").nextauth as string;

/** Statements past every wall, for arranging what a browser cannot. */
export type Owner = postgres.Sql;

function ownerOf(): Owner {
  if (!existsSync(join(dataDir, "addresses.json"))) throw new Error(`No server runs over ${dataDir}`);
  return postgres(kept("addresses.json").ownerUrl, { max: 2, onnotice: () => {} });
}

const isRole = (who: string): who is Role => (roles as readonly string[]).includes(who);

/** The login of a demonstration account: as given, or the first one of the role. */
export function loginOf(who: string): string {
  const found = isRole(who) ? demoAccounts.find(({ role }) => role === who)?.login : who;
  if (!found) throw new Error(`No demonstration account is a ${who}`);
  return found;
}

type SignIn = { owner: Owner; context: BrowserContext; baseURL: string; who: string };

/** Writes the session and its cookie as signing in would, without the form, whose own test is access.spec. */
export async function signIn({ owner, context, baseURL, who }: SignIn): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  const [row] = await owner`
    insert into sessions (id, token_hash, user_id, expires_at, idle_seconds, user_agent)
    select ${randomUUID()}, decode(${hash}, 'hex'), id, now() + interval '1 day', 86400, 'Playwright Chrome' from users
    where login = ${loginOf(who)} returning id`;
  if (!row) throw new Error(`No account ${who}`);
  const value = await encode({ token: { sid: token }, secret: secret() });
  await context.addCookies([
    { name: "connect.session", value, url: baseURL, httpOnly: true, sameSite: "Lax" },
  ]);
}

type Fixtures = {
  owner: Owner;
  /** Signs the test's own page in as a login or as a role. */
  signedIn: (who: string) => Promise<void>;
  /**
   * A page of its own, in another browser profile, signed in as a login or as a role; null for a visitor. At the address
   * of the server under test, or of another one over the same database.
   */
  pageAs: (who: string | null, address?: string) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  context: async ({ context }, use) => {
    tellPageErrors(context);
    await use(context);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from here
  owner: async ({}, use) => {
    const owner = ownerOf();
    await use(owner);
    await owner.end();
  },
  signedIn: async ({ owner, context, baseURL }, use) => {
    await use((who) => signIn({ owner, context, baseURL: baseURL ?? "", who }));
  },
  pageAs: async ({ owner, browser, baseURL, viewport, serviceWorkers }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, address = baseURL ?? "") => {
      const context = await browser.newContext({ baseURL: address, viewport, serviceWorkers, locale: "lo" });
      tellPageErrors(context);
      contexts.push(context);
      if (who) await signIn({ owner, context, baseURL: address, who });
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
