import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { databaseUrl } from "@/db/testing/cluster";

const quiet = { onnotice: () => {} };

/** A database of its own that can be killed, backed up and set back to its backup while requests come in. */
export class SimulatedServer {
  owner!: postgres.Sql;
  private names: string[] = [];
  private current = "";
  private backup: string | null = null;
  private running = 0;
  private closed: Promise<void> | null = null;
  private readonly admin: postgres.Sql;
  private readonly urls = inject("testServer");

  constructor() {
    const problem = inject("testServerProblem");
    if (problem) throw new Error(problem);
    this.admin = postgres(this.urls.superUrl, { max: 1, ...quiet });
  }

  async start(): Promise<void> {
    this.open(await this.copy(this.urls.template));
  }

  /** Runs one request; it waits while the server is being backed up or set back. */
  async serve<T>(request: () => Promise<T>): Promise<T> {
    while (this.closed) await this.closed;
    this.running++;
    try {
      return await request();
    } finally {
      this.running--;
    }
  }

  /** Breaks every statement that is running, and with it its transaction. */
  async kill(): Promise<void> {
    await this.admin`
      select pg_cancel_backend(pid) from pg_stat_activity
      where datname = ${this.current} and usename = ${new URL(this.urls.appUrl).username}`;
  }

  /** Yesterday's backup: what is there now. */
  async takeBackup(): Promise<void> {
    await this.alone(async () => {
      const { current } = this;
      await this.disconnect();
      await this.drop(this.backup);
      this.backup = await this.copy(current);
      this.open(current);
    });
  }

  /** Everything since the backup is gone, and the server says so by a new epoch. */
  async restore(): Promise<void> {
    const { backup } = this;
    if (!backup) return;
    await this.alone(async () => {
      await this.disconnect();
      await this.drop(this.current);
      this.open(backup);
      this.backup = null;
      await this.owner`update server_state set epoch = gen_random_uuid()`;
    });
  }

  async stop(): Promise<void> {
    await this.disconnect();
    for (const name of this.names) await this.drop(name);
    await this.admin.end();
  }

  private async drop(name: string | null): Promise<void> {
    if (name === null) return;
    await this.admin.unsafe(`drop database if exists ${name} with (force)`);
    this.names = this.names.filter((one) => one !== name);
  }

  private async alone(work: () => Promise<void>): Promise<void> {
    while (this.closed) await this.closed;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.closed = promise;
    try {
      while (this.running > 0) await new Promise((later) => setTimeout(later, 1));
      await work();
    } finally {
      this.closed = null;
      resolve();
    }
  }

  private async copy(template: string): Promise<string> {
    const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.admin.unsafe(
          `create database ${name} template ${template} strategy file_copy owner connect_owner`,
        );
        this.names.push(name);
        return name;
      } catch (error) {
        if ((error as postgres.PostgresError).code !== "55006" || attempt === 100) throw error;
        await new Promise((later) => setTimeout(later, 50));
      }
    }
  }

  private open(name: string): void {
    this.current = name;
    process.env.DATABASE_URL = databaseUrl(this.urls.appUrl, name);
    this.owner = postgres(databaseUrl(this.urls.ownerUrl, name), { max: 2, ...quiet });
  }

  private async disconnect(): Promise<void> {
    await closeDatabase();
    await this.owner.end({ timeout: 1 });
  }
}
