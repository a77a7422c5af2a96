import "server-only";
import { sql } from "drizzle-orm";
import { emptyScope, withScope } from "@/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { version } from "@/package.json";

export type Health = {
  version: string;
  database: "ok" | "unreachable";
  migrations: "ok" | "differ" | "unknown";
};

const PATIENCE = 3000;

/** Whether the database answers within three seconds and is what this version expects. Reads no record. */
export async function health(): Promise<Health> {
  try {
    const applied = await Promise.race([appliedHash(), late()]);
    const wanted = env().MIGRATIONS_HASH;
    const migrations = wanted ? (applied === wanted ? "ok" : "differ") : "unknown";
    return { version, database: "ok", migrations };
  } catch (error) {
    log.warn({ err: error }, "health: the database does not answer");
    return { version, database: "unreachable", migrations: "unknown" };
  }
}

const appliedHash = () =>
  withScope(emptyScope, async (tx) => {
    const [row] = await tx.execute(
      sql`select obj_description(to_regnamespace('drizzle'), 'pg_namespace') as hash`,
    );
    return row?.hash ?? null;
  });

const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE).unref();
  });
