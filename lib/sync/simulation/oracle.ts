import type { Sql } from "postgres";
import { sameValue } from "@/lib/changes/canonical";
import type { RecordType } from "@/lib/changes/registry";
import type { Operation } from "@/lib/changes/schema";
import type { Device } from "./device";

type Saved = Readonly<{
  device: Device;
  type: RecordType;
  subject: string;
  operation: Operation;
  fields: Readonly<Record<string, unknown>>;
  /** The change that carries it: as long as it is the same, nothing had left the phone. */
  changeId: string;
}>;

/** Every value that a person saw as saved, in the order in which they saw it. */
export class Oracle {
  readonly saved: Saved[] = [];
  private readonly died: (Pick<Saved, "device" | "subject" | "fields"> & { after: number })[] = [];
  constructor(readonly places: readonly string[]) {}

  saw(saved: Saved): void {
    this.saved.push(saved);
  }

  /** The phone died over it: it may have been stored, over what the person had typed before, without anybody seeing that. */
  diedOver(unseen: Pick<Saved, "device" | "subject" | "fields">): void {
    this.died.push({ ...unseen, after: this.saved.length });
  }

  /** What is not in the history: each line names a value that was lost. */
  async lost(owner: Sql): Promise<string[]> {
    const subjects = [...new Set(this.saved.map(({ subject }) => subject))];
    if (subjects.length === 0) return [];
    const rows = await owner<Kept[]>`
      select c.subject_id as subject, c.kind, c.author_id as author, p.fields
      from changes c join change_payloads p on p.change_id = c.id where c.subject_id in ${owner(subjects)}`;
    const kept = Map.groupBy(rows, ({ subject }) => subject);
    return this.saved.flatMap((saved, index) => this.missing(saved, index, kept.get(saved.subject) ?? []));
  }

  private missing(saved: Saved, index: number, kept: readonly Kept[]): string[] {
    const { device, type, subject, operation, fields } = saved;
    const own = kept.filter(
      ({ author, kind }) => author === device.person.id && kind === `${type}.${operation}`,
    );
    const label = `${type}.${operation} ${subject} by ${device.person.role}`;
    if (own.length === 0) return [`${label}: no such change on the server`];
    return Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .filter(
        ([field, value]) => !own.some((one) => field in one.fields && sameValue(one.fields[field], value)),
      )
      .filter(([field]) => !this.typedOver(saved, index, field))
      .map(([field, value]) => `${label}: ${field} = ${JSON.stringify(value)}`);
  }

  /** The same person went on typing in the same field before anything had left the phone: one value, the later. */
  private typedOver({ device, subject, changeId }: Saved, index: number, field: string): boolean {
    const unseen = this.died.some(
      (one) => one.after > index && one.device === device && one.subject === subject && field in one.fields,
    );
    if (unseen) return true;
    return this.saved
      .slice(index + 1)
      .some(
        (later) =>
          later.device === device &&
          later.subject === subject &&
          later.changeId === changeId &&
          field in later.fields,
      );
  }
}

type Kept = { subject: string; kind: string; author: string; fields: Record<string, unknown> };
