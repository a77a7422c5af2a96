import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { sentenceFor } from "./plain";

let folder: string;
let database: TestDatabase;
const servers: Server[] = [];
const secret = randomBytes(33).toString("base64");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-start-"));
  database = await testDatabase();
});
afterAll(async () => {
  for (const server of servers) server.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the start script until it ends: its exit code and what it said on standard error. */
function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/serve.ts"];
  const { DATABASE_URL: _url, ...rest } = process.env;
  const child = spawn(process.execPath, args, {
    env: { ...rest, DATA_DIR: join(folder, "data"), PORT: "39817", ...env },
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, said: said.trim() })));
}

function listenOn(handle: (socket: Socket) => void): Promise<number> {
  const server = createServer(handle);
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
}

describe("the start says in one sentence what stands in its way, and fails", () => {
  it("a port in use", async () => {
    const port = await listenOn(() => {});
    const { code, said } = await start({ PORT: String(port) });
    expect(said).toBe(
      `Port ${port} is used by another program; choose another one: PORT=${port + 1} npm start.`,
    );
    expect(code).toBe(1);
  });

  it("a port that is no number", async () => {
    const { code, said } = await start({ PORT: "http" });
    expect(said).toBe('PORT is "http": give a number from 1 to 65535.');
    expect(code).toBe(1);
  });

  it("a folder that cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    const { code, said } = await start({ DATA_DIR: join(folder, "file/below") });
    expect(said).toMatch(
      /^The folder .*below cannot be written: change its permissions or set DATA_DIR to another folder\.$/,
    );
    expect(code).toBe(1);
  });

  it.each([
    Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    new Error("The database does not start: could not write lock file: No space left on device"),
  ])("a full disk: %s", (error) => {
    expect(sentenceFor(error)).toBe("The disk is full: free some space and start again.");
  });
});

/** Just enough of PostgreSQL's protocol to answer the first question with version 14. */
function pretendOldServer(socket: Socket): void {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message("Z", Buffer.from("I"));
  const column = (name: string, type: number) => {
    const rest = Buffer.alloc(18);
    rest.writeInt32BE(type, 6);
    return Buffer.concat([Buffer.from(`${name}\0`), rest]);
  };
  const value = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)]);
  const two = Buffer.from([0, 2]);
  const answer = Buffer.concat([
    message("1", Buffer.alloc(0)),
    message("t", Buffer.alloc(2)),
    message("T", Buffer.concat([two, column("number", 23), column("name", 25)])),
    message("2", Buffer.alloc(0)),
    message("D", Buffer.concat([two, value("140011"), value("14.11")])),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  let begun = false;
  socket.on("error", () => {});
  socket.on("data", () => {
    socket.write(begun ? answer : Buffer.concat([message("R", Buffer.alloc(4)), ready]));
    begun = true;
  });
}

describe("production", () => {
  const given = { NEXTAUTH_SECRET: secret };

  it("wants a secret of its own", async () => {
    const { said } = await start({ DATABASE_URL: database.appUrl, NEXTAUTH_SECRET: "change me".repeat(5) });
    expect(said).toMatch(/^NEXTAUTH_SECRET must be a random text of 32 characters or more/);
  });

  it("does not find its database", async () => {
    const { code, said } = await start({ ...given, DATABASE_URL: "postgres://a:b@127.0.0.1:1/connect" });
    expect(said).toBe("The database cannot be reached: check DATABASE_URL and that the server runs.");
    expect(code).toBe(1);
  });

  it("is refused by its database", async () => {
    const url = new URL(database.appUrl);
    url.password = "wrong";
    const { said } = await start({ ...given, DATABASE_URL: url.href });
    expect(said).toMatch(/^The database refuses the user name or password/);
  });

  it("refuses a server that is too old", async () => {
    const port = await listenOn(pretendOldServer);
    const { code, said } = await start({
      ...given,
      DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/connect`,
    });
    expect(said).toBe("The database is PostgreSQL 14.11: CONNECT needs version 15 or newer.");
    expect(code).toBe(1);
  });

  it("refuses a superuser and the owner as the application's login", async () => {
    const superUrl = inject("testServer").superUrl.replace(/\/postgres$/, new URL(database.appUrl).pathname);
    const mighty = await start({ ...given, DATABASE_URL: superUrl });
    expect(mighty.said).toMatch(
      /^The login "postgres" in DATABASE_URL is a superuser or bypasses row security/,
    );
    const owner = await start({ ...given, DATABASE_URL: database.ownerUrl });
    expect(owner.said).toMatch(/^The login "connect_owner" in DATABASE_URL owns the tables/);
    const both = await start({
      ...given,
      DATABASE_URL: database.ownerUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect(both.said).toMatch(/name the same login/);
  });

  it("refuses demonstration accounts", async () => {
    await database.owner`insert into users (id, login, display_name, demonstration)
      values (gen_random_uuid(), 'someone.made-up', 'x', true)`;
    const { code, said } = await start({
      ...given,
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    });
    expect(said).toMatch(/^This database holds 1 demonstration accounts/);
    expect(code).toBe(1);
  });
});
