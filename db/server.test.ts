import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ended, startOf } from "./embedded/processes";
import { startEmbedded } from "./server";

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "connect-server-"));
  chmodSync(dataDir, 0o711);
});
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(dataDir, { recursive: true, force: true });
});

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, "pg/postmaster.pid"), "utf8").split("\n")[0]);

/** A process of its own that starts the server, writes one row, says so and then waits to be killed. */
async function startElsewhere(note: string) {
  const script = `
    import postgres from "postgres";
    import { startEmbedded } from "./db/server";
    const { ownerUrl } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    const sql = postgres(ownerUrl, { onnotice: () => {} });
    await sql\`create table if not exists notes (text text)\`;
    await sql\`insert into notes values (${note})\`;
    console.log("written");
    setInterval(() => {}, 1000);`.replace(`(${note})`, `('${note}')`);
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error("the child ended before it wrote")));
  });
  return child;
}

async function notes(url: string) {
  const sql = postgres(url, { max: 1 });
  const rows = await sql`select text from notes order by text`;
  await sql.end();
  return rows.map(({ text }) => text);
}

describe("the embedded server", () => {
  it("is stopped by the last of its users only", async () => {
    const first = await startElsewhere("a");
    const second = await startEmbedded({ dataDir });
    const pid = postmaster(second.folder);
    await second.stop();
    expect(startOf(pid)).not.toBeNull();
    first.kill("SIGKILL");
    await ended(first.pid ?? 0, 5000);
    const third = await startEmbedded({ dataDir });
    expect(await notes(third.ownerUrl)).toEqual(["a"]);
    await third.stop();
    expect(startOf(pid)).toBeNull();
  });

  it("recovers when both its user and the server itself were killed", async () => {
    const child = await startElsewhere("b");
    process.kill(postmaster(dataDir), "SIGKILL");
    child.kill("SIGKILL");
    await ended(child.pid ?? 0, 5000);
    const again = await startEmbedded({ dataDir });
    expect(await notes(again.ownerUrl)).toEqual(["a", "b"]);
    await again.stop();
  });

  it("keeps its port, listens on this computer only and wants a password", async () => {
    const server = await startEmbedded({ dataDir });
    const wrong = postgres(server.ownerUrl.replace(/:[^:@]+@/, ":wrong@"), { max: 1 });
    await expect(wrong`select 1`).rejects.toMatchObject({ code: "28P01" });
    await wrong.end();
    const sql = postgres(server.ownerUrl, { max: 1 });
    const [row] = await sql`
      select current_setting('listen_addresses') as at, current_setting('data_checksums') as checksums,
        current_setting('fsync') as fsync, (select rolsuper from pg_roles where rolname = current_user) as super`;
    expect(row).toEqual({ at: "127.0.0.1", checksums: "on", fsync: "on", super: false });
    await sql.end();
    await server.stop();
    const again = await startEmbedded({ dataDir });
    expect(again.port).toBe(server.port);
    await again.stop();
  });
});
