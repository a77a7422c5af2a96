import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskStore } from "./disk-store";
import { type S3Settings, s3Store } from "./s3-store";
import type { MediaStore } from "./store";
import { startS3Server } from "./testing/s3-server";

const keys = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1" };
let folder: string;
let server: Awaited<ReturnType<typeof startS3Server>>;
let settings: S3Settings;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "connect-s3-"));
  server = await startS3Server({ ...keys, bucket: "pictures", page: 2 });
  settings = { ...keys, endpoint: server.endpoint, bucket: "pictures", prefix: "connect/" };
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function aFile(bytes: Buffer): string {
  const path = join(folder, `draft-${randomBytes(4).toString("hex")}`);
  writeFileSync(path, bytes);
  return path;
}

const stores: Readonly<Record<string, () => MediaStore>> = {
  "a folder": () => diskStore(join(folder, "media")),
  // `S3_TEST_ENDPOINT` runs the same against any other server with a bucket "pictures" and the keys S3RVER.
  "a bucket": () => s3Store({ ...settings, endpoint: process.env.S3_TEST_ENDPOINT ?? server.endpoint }),
};

describe.each(Object.entries(stores))("%s", (_, open) => {
  it("gives back what it was given, under its name", async () => {
    const store = open();
    const bytes = randomBytes(300_000);
    const path = aFile(bytes);
    await store.keep(path, "original/ab/abcdef");
    expect(existsSync(path)).toBe(false);
    expect(await store.has("original/ab/abcdef")).toBe(true);
    const { length, body } = await store.read("original/ab/abcdef");
    expect(length).toBe(bytes.length);
    expect(Buffer.from(await new Response(body).arrayBuffer())).toEqual(bytes);
  });

  it("says what it does not have", async () => {
    expect(await open().has("original/ab/none")).toBe(false);
    await expect(open().read("original/ab/none")).rejects.toMatchObject({ code: "not_found" });
  });

  it("lets go of what is erased, and of what is gone already", async () => {
    const store = open();
    await store.keep(aFile(Buffer.from("erased")), "original/ee/erased");
    for (let time = 0; time < 2; time++) await store.drop("original/ee/erased");
    expect(await store.has("original/ee/erased")).toBe(false);
  });

  it("names all that is in it, page after page", async () => {
    const store = open();
    const names = ["derived/ab/abcdef.thumb.webp", "original/cd/cd1", "original/cd/cd2", "original/ef/ef"];
    for (const name of names) await store.keep(aFile(Buffer.from(name)), name);
    expect(await store.names()).toEqual([...names, "original/ab/abcdef"].sort());
  });
});

describe("a folder", () => {
  it("does not name what is still arriving", async () => {
    const store = diskStore(join(folder, "other"));
    mkdirSync(join(folder, "other", "incoming", "parts"), { recursive: true });
    writeFileSync(join(folder, "other", "incoming", "parts", "half"), "not whole yet");
    await store.keep(aFile(Buffer.from("whole")), "original/ab/whole");
    expect(await store.names()).toEqual(["original/ab/whole"]);
  });
});

describe("a bucket that answers otherwise", () => {
  it("keeps another installation's pictures apart", () => {
    expect([...server.objects.keys()].every((name) => name.startsWith("connect/"))).toBe(true);
  });

  it("is asked again when it is busy, and loses nothing", async () => {
    const path = aFile(Buffer.from("later"));
    server.busyFor(2);
    await s3Store(settings).keep(path, "original/aa/later");
    expect(server.objects.get("connect/original/aa/later")?.toString()).toBe("later");
  });

  it.each([
    ["refuses the key", { secretAccessKey: "another" }],
    ["has no such bucket", { bucket: "nobody" }],
    ["is not there", { endpoint: "http://127.0.0.1:9" }],
  ])("%s: unavailable, and the picture stays where it was", async (_, wrong) => {
    const path = aFile(Buffer.from("kept"));
    const kept = s3Store({ ...settings, ...wrong }).keep(path, "original/aa/kept");
    await expect(kept).rejects.toMatchObject({ code: "unavailable" });
    expect(existsSync(path)).toBe(true);
  });
});
