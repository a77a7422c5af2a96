import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from "dexie";

/** How rows are sealed once a PIN is set. Synchronous: an IndexedDB transaction does not wait for anything else. */
export type Sealer = Readonly<{
  seal(plain: Uint8Array): Uint8Array;
  open(sealed: Uint8Array): Uint8Array;
}>;

/** A row could not be read because the PIN has not been given. */
export class LockedError extends Error {
  constructor() {
    super("locked");
    this.name = "LockedError";
  }
}

// What IndexedDB must find rows by stays readable: ids, kinds and states, never what anybody typed.
const readable: Readonly<Record<string, readonly string[]>> = {
  records: ["type", "id", "place", "district", "generation", "conflicted", "links"],
  outbox: ["seq", "id", "subject", "state"],
  carried: ["id", "state"],
  known: ["key"],
};
// Needed before the PIN: which phone this is, its signing key (it cannot be read out), the lock itself.
const neverSealed = ["deviceId", "deviceKeys", "deviceRegistered", "lock", "withdrawn"];

type Row = Record<string, unknown>;

function sealed(table: string, row: Row, sealer: Sealer): Row {
  const names = readable[table] ?? [];
  if (table === "known" && neverSealed.includes(String(row.key))) return row;
  const [open, closed]: [Row, Row] = [{}, {}];
  for (const [name, value] of Object.entries(row)) (names.includes(name) ? open : closed)[name] = value;
  return { ...open, cipher: sealer.seal(new TextEncoder().encode(JSON.stringify(closed))) };
}

function opened(row: unknown, sealer: Sealer | null): unknown {
  if (!row || !(row as Row).cipher) return row;
  if (!sealer) throw new LockedError();
  const { cipher, ...open } = row as Row & { cipher: Uint8Array };
  return { ...open, ...JSON.parse(new TextDecoder().decode(sealer.open(cipher))) };
}

/** Nearest to IndexedDB, so that everything above sees rows as they are. */
export const sealing = (sealerOf: () => Sealer | null): Middleware<DBCore> => ({
  stack: "dbcore",
  name: "seal",
  level: -2,
  create: (core) => ({
    ...core,
    table: (name) => (readable[name] ? sealedTable(core.table(name), sealerOf) : core.table(name)),
  }),
});

function sealedTable(table: DBCoreTable, sealerOf: () => Sealer | null): DBCoreTable {
  const open = (row: unknown) => opened(row, sealerOf());
  return {
    ...table,
    mutate: (request) => {
      const sealer = sealerOf();
      if (!sealer || (request.type !== "add" && request.type !== "put")) return table.mutate(request);
      const values = request.values.map((row) => sealed(table.name, row, sealer));
      return table.mutate({ ...request, values });
    },
    // Chained, not awaited: Dexie knows by its own promises which transaction goes on.
    get: (request) => table.get(request).then(open),
    getMany: (request) => table.getMany(request).then((rows) => rows.map(open)),
    query: (request) =>
      table
        .query(request)
        .then((answer) => (request.values ? { ...answer, result: answer.result.map(open) } : answer)),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor && request.values ? openedCursor(cursor, open) : cursor)),
  };
}

/** A browser's own cursor gives its key to nobody else, so what stands for it asks it each time. */
const openedCursor = (cursor: DBCoreCursor, open: (row: unknown) => unknown): DBCoreCursor =>
  Object.create(cursor, {
    value: { get: () => open(cursor.value) },
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
  });
