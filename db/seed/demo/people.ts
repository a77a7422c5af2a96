import type { Sql } from "postgres";
import type { Role } from "@/lib/access/roles";
import { actorFor } from "@/lib/access/testing";
import type { SeededNumbers } from "@/lib/seeded-numbers";

type Office = Readonly<{ role: Role; districtId: string; name: string; code: string }>;

/** The account that holds this role in the district, else a team without sign-in, so that history has an author to name. */
export async function officeActor(sql: Sql, { role, districtId, name, code }: Office, dice: SeededNumbers) {
  const [known] = await sql`
    select user_id from assignments where role = ${role} and place_id = ${districtId} order by created_at limit 1`;
  const userId = known ? String(known.user_id) : dice.uuid();
  if (!known) {
    const login = `${role}.${code}`.toLowerCase();
    await sql`
      insert into users (id, login, display_name, office, demonstration, disabled_at)
      values (${userId}, ${login}, ${name}, ${name}, true, now()) on conflict (login) do nothing`;
  }
  return actorFor({ role, userId, placeId: districtId, districtIds: [districtId] });
}

export async function nationActor(sql: Sql, role: "ministry") {
  const [known] = await sql`select user_id from assignments where role = ${role} limit 1`;
  return actorFor({ role, ...(known ? { userId: String(known.user_id) } : {}), nation: true });
}
