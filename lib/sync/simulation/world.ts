import type { Sql, TransactionSql } from "postgres";
import { type Actor, type Assignment, mintActor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { startClockAt } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { applyPlaceChange } from "@/lib/places/change-commands";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import type { SimulatedServer } from "./server";

export type Person = Readonly<{ id: string; role: Role }>;
type Village = { id: string; district: string };

/** Two districts of two villages each, people who work there, and what a decree does to them. */
export class World {
  readonly provinceId: string;
  readonly districts: string[];
  readonly villages: Village[];
  readonly people: Person[] = [];
  private eventYear = 2000;
  private readonly administrator: Actor;

  constructor(
    private readonly server: SimulatedServer,
    private readonly random: SeededNumbers,
  ) {
    this.provinceId = random.uuid();
    this.districts = [random.uuid(), random.uuid()];
    this.villages = this.districts.flatMap((district) => [
      { id: random.uuid(), district },
      { id: random.uuid(), district },
    ]);
    const nation = { placeId: random.uuid(), nation: true, districtIds: [], villageIds: [] };
    this.administrator = actorOf(random.uuid(), [
      { role: "administrator", placeNameLo: "", placeNameEn: "", placeCode: null, ...nation },
    ]);
  }

  async begin(): Promise<void> {
    const { provinceId: province_id } = this;
    const row = (id: string, level: string, parent_id: string | null, district_id: string | null) => ({
      id,
      level,
      parent_id,
      district_id,
      province_id,
      name_lo: "ທົດສອບ",
      source: "test",
    });
    const rows = [
      row(province_id, "province", null, null),
      ...this.districts.map((id) => row(id, "district", province_id, id)),
      ...this.villages.map(({ id, district }) => row(id, "village", district, district)),
    ];
    const parents = rows.flatMap(({ id, parent_id }) => (parent_id ? [{ child_id: id, parent_id }] : []));
    await this.server.owner.begin(async (sql) => {
      await sql`insert into places ${sql(rows)}`;
      await sql`insert into place_parents ${sql(parents)}`;
    });
  }

  /** Somebody with an account and a place to work at. */
  async hire(role: Role, placeId: string): Promise<Person> {
    const person = { id: this.random.uuid(), role };
    const login = `u${person.id.slice(0, 20)}`;
    await this.server.owner.begin(async (sql) => {
      await sql`insert into users (id, login, display_name) values (${person.id}, ${login}, 'made up')`;
      await this.assign(sql, person, placeId);
    });
    this.people.push(person);
    return person;
  }

  private assign = (sql: Sql | TransactionSql, { id, role }: Person, placeId: string) =>
    sql`insert into assignments (id, user_id, role, place_id, from_date)
      values (${this.random.uuid()}, ${id}, ${role}, ${placeId}, '2020-01-01')`;

  /** Who this is for the server at this moment, as it reads it at every request. */
  async actor({ id, role }: Person): Promise<Actor> {
    if (role === "ministry" || role === "administrator") {
      const nation = { placeId: id, nation: true, districtIds: [], villageIds: [] };
      return actorOf(id, [{ role, placeNameLo: "", placeNameEn: "", placeCode: null, ...nation }]);
    }
    const [row] = await this.server.owner<{ given: Assignment[] }[]>`select auth_assignments(${id}) as given`;
    return actorOf(id, row?.given ?? []);
  }

  /** What a phone knows to write about from the first day on. */
  async placesOf(person: Person): Promise<string[]> {
    const { scope } = await this.actor(person);
    const held = this.villages.filter(({ district }) => scope.districtIds.includes(district));
    return [...held.map(({ id }) => id), ...scope.districtIds, ...scope.villageIds];
  }

  /** By decree a village comes to the other district, or one district is merged into the other. */
  async changeBoundary(kind: "reparent" | "merge"): Promise<void> {
    const [one = "", two = ""] = this.districts;
    const village = this.random.pick(this.villages);
    const target = village.district === one ? two : one;
    const event =
      kind === "merge"
        ? { kind, fromIds: [one], into: two }
        : { kind, placeIds: [village.id], parentId: target };
    const date = `${this.eventYear++}-06-01`;
    const decree = { id: this.random.uuid(), date, decree: "Decree 1/TEST", ...event };
    startClockAt(new Date().toISOString());
    try {
      await applyPlaceChange(this.administrator, decree);
    } catch (error) {
      // The server died over it: the office is told so, and nothing of the decree stands.
      const died = (error as { cause?: { code?: string } }).cause?.code === "57014";
      if (died || (error instanceof AppError && error.code === "invalid")) return;
      throw error;
    }
    if (kind === "merge") {
      for (const moved of this.villages) moved.district = two;
      // Some are told at once where they belong now, others wait for their new assignment.
      for (const person of this.people)
        if (this.random.chance(0.5)) await this.assign(this.server.owner, person, two);
    } else village.district = target;
  }
}

const actorOf = (userId: string, assignments: Assignment[]): Actor =>
  mintActor({ userId, sessionId: null, displayName: "made up", office: "made up", assignments });
