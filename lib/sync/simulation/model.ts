import { emptyState, merge, resolve, seenBase } from "@/lib/changes/merge";
import { newChange } from "@/lib/changes/new-change";
import type { RecordType } from "@/lib/changes/registry";
import { type Change, operationOf } from "@/lib/changes/schema";
import { withOwn, withPulled } from "../layers";
import { emptyLayer, type Layer, type OutboxItem } from "../rows";
import type { PulledChange } from "../wire";

/** Any number of phones and one server, with nothing between them but the order in which things happen. */
export class Exchange {
  readonly accepted: PulledChange[] = [];
  state = emptyState;
  deletedAt: string | null = null;
  readonly phones: { layer: Layer; pulled: number; own: Change[] }[];

  constructor(
    readonly type: RecordType,
    count: number,
  ) {
    this.phones = Array.from({ length: count }, () => ({ layer: emptyLayer, pulled: 0, own: [] }));
  }

  /** What this phone shows: what it was given, with its own unsent or not yet returned changes on top. */
  shown(at: number): Layer {
    const { layer, own } = this.phone(at);
    return own.reduce((below, change) => withOwn(below, { change } as OutboxItem), layer);
  }

  write(
    at: number,
    operation: "record" | "resolve" | "delete" | "undelete",
    fields: Record<string, unknown>,
  ) {
    const layer = this.shown(at);
    const seen = Object.keys(fields).map((field) =>
      operation === "resolve" ? seenBase(field, layer) : { [field]: layer.versions[field] ?? null },
    );
    const about = { type: this.type, operation, place: null, fields, madeAt: new Date(0) };
    this.phone(at).own.push(newChange({ ...about, subject: this.subject, base: Object.assign({}, ...seen) }));
  }

  private readonly subject = "0198c0de-0000-7000-8000-000000000000";
  private phone = (at: number) => this.phones[at % this.phones.length] as (typeof this.phones)[number];
  private readonly sent = new Set<string>();

  /** The oldest unsent change reaches the server, which merges it as lib/changes/apply does. */
  send(at: number): boolean {
    const change = this.phone(at).own.find(({ id }) => !this.sent.has(id));
    if (!change) return false;
    this.sent.add(change.id);
    const operation = operationOf(change.kind);
    const incoming = { ...change, changeId: change.id, authorId: `phone ${at % this.phones.length}` };
    this.state = (operation === "resolve" ? resolve : merge)(this.state, incoming).state;
    if (operation === "delete") this.deletedAt = change.madeAt;
    if (operation === "undelete") this.deletedAt = null;
    this.accepted.push({ ...change, authorId: incoming.authorId, seq: this.accepted.length });
    return true;
  }

  pull(at: number, most: number): void {
    const phone = this.phone(at);
    for (const change of this.accepted.slice(phone.pulled, phone.pulled + most)) {
      phone.layer = withPulled(phone.layer, change);
      phone.own = phone.own.filter(({ id }) => id !== change.id);
      phone.pulled++;
    }
  }

  settle(): void {
    for (const [at] of this.phones.entries()) while (this.send(at));
    for (const [at] of this.phones.entries()) this.pull(at, Number.POSITIVE_INFINITY);
  }
}
