import { Dexie } from "dexie";
import type { Actor } from "@/lib/access/actor";
import { rolesTable } from "@/lib/access/roles";
import { identityOf } from "@/lib/changes/identity";
import type { RecordType } from "@/lib/changes/registry";
import { definitionOf } from "@/lib/changes/registry";
import { startClockAt } from "@/lib/clock";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { gatherContents, packContents, unpackContents } from "../contents";
import type { FieldDatabase } from "../database";
import { deviceId } from "../device-key";
import { exchange } from "../exchange";
import { saveRecord } from "../record";
import type { RecordRow } from "../rows";
import { takeIn } from "../take-in";
import { type Transport, TransportError } from "../transport";
import { type Fuse, isKill, openFused } from "./fuse";
import { changedFields, everyType, newFields } from "./generators";
import type { Network } from "./network";
import type { Oracle } from "./oracle";
import type { Person } from "./world";

type Made = Readonly<{
  person: Person;
  places: readonly string[];
  network: Network;
  oracle: Oracle;
  random: SeededNumbers;
  actor: () => Promise<Actor>;
}>;

/** A phone: the real store over its own IndexedDB, a clock that lies, and a person who types whatever they may. */
export class Device {
  readonly person: Person;
  readonly actor: () => Promise<Actor>;
  private readonly name: string;
  private readonly random: SeededNumbers;
  private readonly oracle: Oracle;
  private readonly transport: Transport;
  private places: readonly string[];
  private clock = new Date().toISOString();
  private opened: { db: FieldDatabase; fuse: Fuse } | null = null;

  constructor({ person, places, network, oracle, random, actor }: Made) {
    this.person = person;
    this.actor = actor;
    this.name = random.uuid();
    this.random = random;
    this.oracle = oracle;
    this.places = places;
    this.transport = network.transportOf(actor);
  }

  get db(): FieldDatabase {
    this.opened ??= openFused(this.name);
    return this.opened.db;
  }

  /** The phone dies after so many more touches of its store, whatever it is in the middle of. */
  dieSoon(): void {
    this.db;
    if (this.opened) this.opened.fuse.left = this.random.whole(1, 60);
  }

  setClock(): void {
    this.clock = new Date(Date.UTC(this.random.whole(2001, 2039), 3, this.random.whole(1, 28))).toISOString();
  }

  /** Push and pull; in two tabs at once when asked. A closed way is what happens; anything else is a bug. */
  async sync({ pull = true, tabs = 1 } = {}): Promise<void> {
    const stores = Array.from({ length: tabs }, (_, tab) => (tab === 0 ? this.db : openFused(this.name).db));
    const rounds = await Promise.allSettled(stores.map((db) => exchange(db, this.transport, pull)));
    for (const db of stores.slice(1)) db.close();
    for (const round of rounds) if (round.status === "rejected") this.survive(round.reason);
    const whole = pull && rounds.every(({ status }) => status === "fulfilled");
    if (whole && this.random.chance(0.3)) await this.learnPlaces();
  }

  private async learnPlaces(): Promise<void> {
    try {
      const { places } = await this.transport.bootstrap();
      this.places = places.map(({ id }) => id);
    } catch (error) {
      this.survive(error);
    }
  }

  private survive(error: unknown): void {
    if (error instanceof TransportError && error.kind !== "refused") return;
    if (!isKill(error)) throw error;
    this.restart();
  }

  /** One thing that a person does. What they saw as saved goes to the oracle. */
  async act(): Promise<void> {
    startClockAt(this.clock);
    try {
      const rows = await this.db.records.toArray();
      const way = this.random.weighted({ create: 5, edit: 6, remove: 1, restore: 1, resolve: 2 });
      if (way === "create" || rows.length === 0) await this.create(rows);
      else if (way === "resolve") await this.resolve(rows);
      else if (way === "edit") await this.edit(rows);
      else await this.remove(rows, way);
    } catch (error) {
      this.survive(error);
    }
  }

  private readonly may = (type: RecordType) => rolesTable[this.person.role].includes(definitionOf(type).verb);
  private readonly links = (rows: readonly RecordRow[]) => (type: RecordType) =>
    rows.filter((row) => row.type === type).map(({ id }) => id);

  private async create(rows: RecordRow[]): Promise<void> {
    const types = everyType.filter(this.may);
    if (types.length > 0) await this.createOne(this.random.pick(types), rows);
  }

  /** Makes what it belongs to first when the phone knows none. */
  private async createOne(type: RecordType, rows: RecordRow[]): Promise<RecordRow | null> {
    const { parent, national } = definitionOf(type);
    let above: RecordRow | null = null;
    if (parent) {
      const parents = rows.filter((row) => row.type === parent.type && row.place);
      const parentType = parent.type as RecordType;
      if (parents.length > 0) above = this.random.pick(parents);
      else if (this.may(parentType)) above = await this.createOne(parentType, rows);
      if (!above) return null;
    }
    const places = ["profile", "report", "populationFigure", "peerLink"].includes(type)
      ? this.places.filter((id) => this.oracle.places.includes(id))
      : this.places;
    if (!above && !national && places.length === 0) return null;
    const place = national ? null : (above?.place ?? this.random.pick(places));
    const given = parent && above ? { [parent.field]: above.id } : {};
    const fields = newFields(type, { random: this.random, links: this.links(rows) }, given);
    if (type === "assignment") fields.placeId = this.random.pick(this.oracle.places);
    if (type === "assignment" && this.links(rows)("account").length === 0) return null;
    if (type === "assignment") fields.userId = this.random.pick(this.links(rows)("account"));
    if (type === "report") Object.assign(fields, { reporterKind: "village", reporterId: place });
    const subject = await this.save({ type, subject: await identityOf(type, fields), place, fields });
    return (await this.db.records.get([type, subject])) ?? null;
  }

  private async edit(rows: RecordRow[]): Promise<void> {
    const open = rows.filter(({ type }) => this.may(type) && !definitionOf(type).appendOnly);
    if (open.length === 0) return;
    const { type, id, place, versions } = this.random.pick(open.slice(0, this.random.pick([3, open.length])));
    const fields = changedFields(type, { random: this.random, links: this.links(rows) });
    const seen = this.random.chance(0.3) ? versions : undefined;
    await this.save({ type, subject: id, place, fields, seen });
  }

  private async remove(rows: RecordRow[], way: "remove" | "restore"): Promise<void> {
    const open = rows.filter(
      ({ type, deletedAt }) => this.may(type) && (deletedAt === null) === (way === "remove"),
    );
    if (open.length === 0) return;
    const { type, id, place } = this.random.pick(open);
    const operation = way === "remove" ? "delete" : "undelete";
    await this.save({ type, subject: id, place, fields: {}, operation });
  }

  private async resolve(rows: RecordRow[]): Promise<void> {
    const open = rows.filter(({ conflicted }) => conflicted === 1);
    if (open.length === 0 || !rolesTable[this.person.role].includes("conflict.resolve")) return;
    const { type, id, place, conflicts, fields } = this.random.pick(open);
    const [field = "", candidates = []] = this.random.pick(Object.entries(conflicts));
    const value = this.random.pick([fields[field], ...candidates.map((one) => one.value)]);
    await this.save({ type, subject: id, place, fields: { [field]: value ?? null }, operation: "resolve" });
  }

  private async save(input: Parameters<typeof saveRecord>[2]): Promise<string> {
    return this.stored(input).catch((error) => {
      const { subject = "", fields } = input;
      if (isKill(error)) this.oracle.diedOver({ device: this, subject, fields: { ...fields } });
      throw error;
    });
  }

  private async stored(input: Parameters<typeof saveRecord>[2]): Promise<string> {
    const subject = await saveRecord(this.db, await deviceId(this.db), input);
    const [last] = (await this.db.outbox.where("subject").equals(subject).sortBy("seq")).reverse();
    const { type, operation = "record", fields } = input;
    this.oracle.saw({
      device: this,
      type,
      subject,
      operation,
      fields: { ...fields },
      changeId: last?.id ?? "",
    });
    return subject;
  }

  /** Gives all that waits here to another phone, which carries it to the server when it has a line. */
  async handTo(other: Device): Promise<void> {
    try {
      const parcel = packContents(await gatherContents(this.db, { whole: false }));
      await takeIn(other.db, unpackContents(parcel)).catch((error) => other.survive(error));
    } catch (error) {
      this.survive(error);
    }
  }

  /** What this phone has to send, or has sent and not got back. The ministry's records come back to nobody's phone. */
  async openItems(): Promise<number> {
    const items = await this.db.outbox.toArray();
    const national = this.person.role === "ministry" || this.person.role === "administrator";
    return items.filter(
      ({ state, pulled }) => state !== "rejected" && (national ? state !== "received" : !pulled),
    ).length;
  }

  /** Switched off and on again: what was not stored is gone, and nothing kills it any more. */
  restart(): void {
    this.opened?.db.close();
    this.opened = null;
  }

  async forget(): Promise<void> {
    this.restart();
    await Dexie.delete(this.db.name);
  }
}
