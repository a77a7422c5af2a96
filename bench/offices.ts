import { createHash, randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Sql } from "postgres";
import { keptSecret } from "@/db/embedded/secrets";
import { placeId } from "@/db/places/place-id";
import { dataDir } from "./nation-database";

// Those who open the measured pages: the office of the largest district of a province, of that province, of the nation.
const roles = { governor: "governor_office", province: "province", ministry: "ministry" } as const;
export type Who = keyof typeof roles;

export type Measured = Readonly<{
  district: string;
  province: string;
  village: string;
  villageCode: string;
  cookies: Readonly<Record<Who, string>>;
}>;

const provinceCode = "LA12";

/** The same places in every size that is loaded, and a signed-in session for each office. */
export async function measuredPlaces(sql: Sql): Promise<Measured> {
  const [place] = await sql<Omit<Measured, "cookies">[]>`
    select d.id as district, d.province_id as province, (array_agg(v.id order by v.code))[1] as village, min(v.code) as "villageCode"
    from workshops w join places v on v.id = w.village_id join places d on d.id = v.district_id join places p on p.id = d.province_id
    where p.code = ${provinceCode} group by d.id order by count(*) desc limit 1`;
  const [nation] = await sql<{ id: string }[]>`select id from places where level = 'country'`;
  if (!place || !nation) throw new Error("Nothing was loaded to measure");
  return {
    ...place,
    cookies: {
      governor: await signedIn(sql, "governor", place.district),
      province: await signedIn(sql, "province", place.province),
      ministry: await signedIn(sql, "ministry", nation.id),
    },
  };
}

/** As signing in leaves it: a session of this account, its token sealed in a cookie. */
async function signedIn(sql: Sql, who: Who, place: string): Promise<string> {
  const [user, login] = [placeId(`bench ${who}`), `bench.${who}`];
  await sql`insert into users (id, login, display_name, demonstration) values (${user}, ${login}, 'ວັດແທກ', true) on conflict do nothing`;
  await sql`insert into assignments (id, user_id, role, place_id, from_date)
    values (${placeId(`bench assignment ${who}`)}, ${user}, ${roles[who]}, ${place}, '2023-01-01') on conflict do nothing`;
  const token = randomBytes(32).toString("base64url");
  await sql`insert into sessions (id, token_hash, user_id, expires_at, idle_seconds, user_agent)
    values (${randomUUID()}, ${createHash("sha256").update(token).digest()}, ${user}, now() + interval '1 day', 86400, 'bench')`;
  return encode({ token: { sid: token }, secret: keptSecret(dataDir, "nextauth") });
}
