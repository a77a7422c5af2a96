import { FieldDatabase } from "../database";

class Killed extends Error {}
export type Fuse = { left: number };

/** The person's store, which fails for good once its fuse has burnt down: uncommitted transactions are undone, as at a power cut. */
export function openFused(name: string): { db: FieldDatabase; fuse: Fuse } {
  const fuse: Fuse = { left: Number.POSITIVE_INFINITY };
  const burn = () => {
    if (--fuse.left <= 0) throw new Killed("killed");
  };
  const db = new FieldDatabase(name);
  db.use({
    stack: "dbcore",
    name: "fuse",
    create: (core) => ({
      ...core,
      table: (tableName) => {
        const table = core.table(tableName);
        return {
          ...table,
          mutate: (request) => {
            burn();
            return table.mutate(request);
          },
          query: (request) => {
            burn();
            return table.query(request);
          },
        };
      },
    }),
  });
  return { db, fuse };
}

/** What a store says that died, whatever the library makes of it. */
export function isKill(error: unknown): boolean {
  const { name, inner, message } = error as { name?: string; inner?: unknown; message?: string };
  if (error instanceof Killed || name === "DatabaseClosedError") return true;
  if (name === "AbortError" || message?.includes("killed")) return true;
  return inner !== undefined && inner !== null && isKill(inner);
}
