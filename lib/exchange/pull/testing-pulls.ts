import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Actor } from "@/lib/access/actor";
import { actorFor } from "@/lib/access/testing";
import { PullForm } from "./schema";
import { testToken } from "./testing-dhis2";

/** An administrator of the country with an account, as whom a run is done. */
export async function administratorWith(owner: Sql): Promise<Actor> {
  const [country] = await owner`select id from places where level = 'country' limit 1`;
  const placeId = country?.id ?? randomUUID();
  if (!country)
    await owner`insert into places ${owner({ id: placeId, level: "country", name_lo: "ລາວ", source: "test" })}`;
  const actor = actorFor({ role: "administrator", nation: true });
  const login = `admin.${actor.userId.slice(0, 8)}`;
  await owner`insert into users ${owner({ id: actor.userId, login, display_name: "Administrator" })}`;
  await owner`insert into assignments ${owner({ id: randomUUID(), user_id: actor.userId, role: "administrator", place_id: placeId, from_date: "2024-01-01" })}`;
  return actor;
}

type Given = Partial<Record<keyof PullForm, string>>;

/** The form as it is sent. */
export const pullForm = (address: string, over: Given = {}): PullForm =>
  PullForm.parse({
    changeId: randomUUID(),
    address,
    dataSets: "BfMAe6Itzgt",
    orgUnits: "DiszpKrYNg8",
    children: "on",
    unitScheme: "code",
    elementScheme: "code",
    strategy: "CREATE_AND_UPDATE",
    months: "2",
    rhythm: "daily",
    day: "1",
    hour: "3",
    token: testToken,
    ...over,
  });
