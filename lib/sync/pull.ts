import type { RecordType } from "@/lib/changes/registry";
import { isRecordType } from "@/lib/changes/registry";
import { typeOf } from "@/lib/changes/schema";
import { type FieldDatabase, readKnown, writeKnown } from "./database";
import { noteEpoch } from "./epoch";
import { shownRow, showRecord, withPulled } from "./layers";
import { emptyLayer, type Layer, type RecordRow } from "./rows";
import { type Transport, TransportError } from "./transport";
import type { CoveredDistrict, PullAnswer, PulledChange } from "./wire";

/** `stale`: rows of an earlier generation may still lie here, to be dropped once the pull is complete. */
type Position = { generation: string; cursor: string | null; stale?: boolean };
type Page = Readonly<{ district: string; before: Position; answer: PullAnswer }>;

const cursorKey = (district: string) => `cursor:${district}`;

/**
 * Brings this phone's copy of every covered district up to date. Own changes that wait are never overwritten.
 * False when the server was restored meanwhile: push again first, so that the pull shows what only this phone has.
 */
export async function pullAll(db: FieldDatabase, transport: Transport, triesLeft = 2): Promise<boolean> {
  const first = await transport.pull({});
  const epochBefore = await readKnown<string>(db, "epoch");
  await db.transaction("rw", db.tables, () => noteEpoch(db, first.epoch));
  if (epochBefore && epochBefore !== first.epoch) return false;
  try {
    for (const district of first.districts)
      await pullDistrict(db, transport, { district, epoch: first.epoch });
  } catch (error) {
    // A boundary moved between the two questions: which districts are covered is asked again.
    if (triesLeft > 0 && isNotCovered(error)) return pullAll(db, transport, triesLeft - 1);
    throw error;
  }
  await leaveDistricts(db, first.districts);
  await writeKnown(db, "lastPulledAt", first.at);
  return true;
}

const isNotCovered = (error: unknown) => error instanceof TransportError && error.code === "forbidden";

type Pulling = { district: CoveredDistrict; epoch: string };

async function pullDistrict(
  db: FieldDatabase,
  transport: Transport,
  { district, epoch }: Pulling,
): Promise<void> {
  const generation = `${epoch}:${district.grant}`;
  for (;;) {
    const before = await positionOf(db, district.id, generation);
    const answer = await transport.pull({ district: district.id, cursor: before.cursor ?? undefined });
    if (answer.epoch !== epoch) return;
    if (!(await applyPage(db, { district: district.id, before, answer }))) return;
    if (answer.more) continue;
    if (before.stale) await dropStale(db, district.id, { generation, cursor: answer.cursor });
    return;
  }
}

/** Where the pull goes on; another generation begins anew, and says so until the rows of the earlier one are gone. */
async function positionOf(db: FieldDatabase, district: string, generation: string): Promise<Position> {
  const known = await readKnown<Position>(db, cursorKey(district));
  return known?.generation === generation ? known : { generation, cursor: null, stale: true };
}

/** False when another tab has gone on from the same place meanwhile: a page counts once. */
async function applyPage(db: FieldDatabase, { district, before, answer }: Page): Promise<boolean> {
  const { generation } = before;
  return db.transaction("rw", db.records, db.outbox, db.known, db.media, async () => {
    const now = await positionOf(db, district, generation);
    if (now.cursor !== before.cursor) return false;
    const mine = new Set(await db.outbox.orderBy("subject").uniqueKeys());
    const pulled = [...Map.groupBy(answer.changes, ({ subject }) => subject).values()].flatMap(pulledRecord);
    const from = { district, generation };
    for (const { type, id } of pulled.filter((one) => one.erased)) await dropErased(db, type, id);
    const living = pulled.filter(({ erased }) => !erased);
    // Most records have nothing of this phone's own waiting: they are written together, or a first pull takes minutes.
    await applyTogether(
      db,
      from,
      living.filter(({ id }) => !mine.has(id)),
    );
    for (const record of living.filter(({ id }) => mine.has(id))) await applyToOwn(db, from, record);
    for (const [id, person] of Object.entries(answer.people)) await writeKnown(db, `person:${id}`, person);
    await writeKnown(db, cursorKey(district), { ...now, cursor: answer.cursor } satisfies Position);
    return true;
  });
}

type From = { district: string; generation: string };
type Pulled = {
  type: RecordType;
  id: string;
  place: string | null;
  inOrder: PulledChange[];
  /** What it said was erased on request. */
  erased: boolean;
};

/** A newer server may know kinds of record that this version does not show yet: those are left out. */
function pulledRecord(changes: PulledChange[]): Pulled[] {
  const [first] = changes;
  const type = typeOf(first?.kind ?? "");
  if (!first || !isRecordType(type)) return [];
  const inOrder = [...changes].sort((a, b) => a.seq - b.seq);
  const erased = inOrder.some(({ fields }) => fields === null);
  return [{ type, id: first.subject, place: first.place, inOrder, erased }];
}

/** The server's layer after a page: on top of what this phone had of it, unless that was of another epoch or other rights. */
function layerAfter(
  row: RecordRow | undefined,
  { district, generation }: From,
  inOrder: readonly PulledChange[],
): Layer {
  const same = row?.generation === generation && row.district === district;
  const start = same ? row.server : null;
  return inOrder.reduce(withPulled, start ?? emptyLayer);
}

async function applyTogether(db: FieldDatabase, from: From, pulled: readonly Pulled[]): Promise<void> {
  const rows = await db.records.bulkGet(pulled.map(({ type, id }): [RecordType, string] => [type, id]));
  const after = pulled.map(({ type, id, place, inOrder }, index) => {
    const server = layerAfter(rows[index], from, inOrder);
    return shownRow(type, id, { place, server, ...from }, []);
  });
  await db.records.bulkPut(after);
}

async function applyToOwn(
  db: FieldDatabase,
  from: From,
  { type, id, place, inOrder }: Pulled,
): Promise<void> {
  const server = layerAfter(await db.records.get([type, id]), from, inOrder);
  for (const change of inOrder) await db.outbox.where("id").equals(change.id).modify(givenBack);
  await settleConflicts(db, id, server);
  await showRecord(db, type, id, { place, server, ...from });
}

/** Nothing of it stays on this phone but what its person has not sent yet. */
async function dropErased(db: FieldDatabase, type: RecordType, id: string): Promise<void> {
  await db.outbox
    .where("subject")
    .equals(id)
    .filter(({ state }) => state === "received" || state === "conflict")
    .delete();
  await db.media.where("photoId").equals(id).delete();
  const none = { place: null, server: null, district: null, generation: null };
  await showRecord(db, type, id, { ...none, ...(await db.records.get([type, id])), server: null });
}

const givenBack = (item: { pulled: boolean; state: string }) => {
  item.pulled = true;
  if (item.state === "held") item.state = "received";
};

/** A conflict that a person has decided asks nobody any more. */
async function settleConflicts(db: FieldDatabase, subject: string, { conflicts }: Layer): Promise<void> {
  const open = new Set(
    Object.values(conflicts).flatMap((candidates) => candidates.map(({ changeId }) => changeId)),
  );
  await db.outbox
    .where("subject")
    .equals(subject)
    .filter((item) => item.state === "conflict" && item.pulled && !open.has(item.id))
    .modify({ state: "received" });
}

/** Rows of an earlier epoch or of wider rights that the new pull did not name again. */
async function dropStale(db: FieldDatabase, district: string, position: Position): Promise<void> {
  await db.transaction("rw", db.records, db.outbox, db.known, async () => {
    const rows = await db.records.where("district").equals(district).toArray();
    for (const row of rows.filter((one) => one.generation !== position.generation)) await forget(db, row);
    await askAgain(db);
    await writeKnown(db, cursorKey(district), { ...position, stale: false } satisfies Position);
  });
}

/** What was taken and has not come back may lie where this phone does not look any more: sent again, the answer says so. */
async function askAgain(db: FieldDatabase): Promise<void> {
  await db.outbox
    .where("state")
    .anyOf("received", "conflict")
    .filter(({ pulled }) => !pulled)
    .modify({ state: "waiting" });
}

async function leaveDistricts(db: FieldDatabase, covered: readonly CoveredDistrict[]): Promise<void> {
  const ids = new Set(covered.map(({ id }) => id));
  await db.transaction("rw", db.records, db.outbox, db.known, async () => {
    const held = await db.records.orderBy("district").uniqueKeys();
    for (const district of held as string[]) {
      if (ids.has(district)) continue;
      for (const row of await db.records.where("district").equals(district).toArray()) await forget(db, row);
      await askAgain(db);
      await db.known.delete(cursorKey(district));
    }
  });
}

/** Only what the server said; what this phone has not sent stays. */
const forget = (db: FieldDatabase, row: RecordRow) =>
  showRecord(db, row.type, row.id, { ...row, server: null });
