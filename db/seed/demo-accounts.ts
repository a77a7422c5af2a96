import postgres, { type Sql } from "postgres";
import { hashPassword } from "@/lib/access/passwords";
import { newCode } from "@/lib/access/tokens";
import { type DemoAccount, demoAccounts, demoPassword } from "@/lib/people/demo-accounts";
import { placeId } from "../places/place-id";

export type SeededAccount = Readonly<{ login: string; password: string; displayName: string; role: string }>;
export type SeedAccountsOptions = {
  /** One password each, made now and returned; for a demonstration that other machines can reach. */
  randomPasswords: boolean;
};

// The id follows from the login, so that a second seed finds the same people (as placeId does for places).
const accountId = (login: string) => placeId(`demonstration account ${login}`);
const assignmentId = (login: string) => placeId(`demonstration assignment ${login}`);

/**
 * Makes the demonstration accounts and renews their passwords; needs the reference places. Repeatable: called again after
 * the demonstration records it also finds the made-up health centre of its head. The name shown is in Lao, the product's language.
 */
export async function seedAccounts(ownerUrl: string, { randomPasswords }: SeedAccountsOptions) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const shared = await hashPassword(demoPassword);
    const seeded: SeededAccount[] = [];
    for (const account of demoAccounts) {
      const password = randomPasswords ? newCode().toLowerCase() : demoPassword;
      await seedAccount(sql, account, randomPasswords ? await hashPassword(password) : shared);
      seeded.push({ login: account.login, password, displayName: account.displayName, role: account.role });
    }
    return seeded;
  } finally {
    await sql.end();
  }
}

async function seedAccount(sql: Sql, account: DemoAccount, hash: string): Promise<void> {
  const id = accountId(account.login);
  const place = await placeOf(sql, account);
  const [facility] = account.facilityCode
    ? await sql`select id from facilities where code = ${account.facilityCode}`
    : [];
  await sql.begin(async (tx) => {
    await tx`insert into subjects (id, type) values (${id}, 'account'), (${assignmentId(account.login)}, 'assignment')
      on conflict do nothing`;
    await tx`insert into users (id, login, display_name, office, demonstration)
      values (${id}, ${account.login}, ${account.nameLo}, ${account.nameLo}, true) on conflict do nothing`;
    await tx`insert into credentials (user_id, password_hash, password_changed_at) values (${id}, ${hash}, now())
      on conflict (user_id) do update set password_hash = ${hash}, password_changed_at = now()`;
    await tx`insert into assignments (id, user_id, role, place_id, facility_id, from_date)
      values (${assignmentId(account.login)}, ${id}, ${account.role}, ${place}, ${facility?.id ?? null}, '2023-01-01')
      on conflict (id) do update set facility_id = excluded.facility_id`;
  });
}

async function placeOf(sql: Sql, { placeCode, firstVillage }: DemoAccount): Promise<string> {
  const [place] = firstVillage
    ? await sql`select v.id from places v join places d on d.id = v.district_id
        where d.code = ${placeCode} and v.level = 'village' and not v.needs_review order by v.code limit 1`
    : await sql`select id from places where code = ${placeCode}`;
  if (!place) throw new Error(`The reference data has no place for ${placeCode}`);
  return place.id as string;
}
