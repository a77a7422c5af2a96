import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { startS3Server } from "@/lib/media/testing/s3-server";
import { checkMediaStore } from "./media-store";

const keys = { accessKeyId: "key", secretAccessKey: "geheim", region: "us-east-1" };
let server: Awaited<ReturnType<typeof startS3Server>>;

beforeAll(async () => {
  server = await startS3Server({ ...keys, bucket: "pictures" });
});
afterAll(() => server.stop());
afterEach(() => vi.unstubAllEnvs());

function given(more: Record<string, string> = {}): void {
  const set = { S3_ENDPOINT: server.endpoint, S3_BUCKET: "pictures", S3_ACCESS_KEY_ID: keys.accessKeyId };
  for (const [name, value] of Object.entries({ ...set, S3_SECRET_ACCESS_KEY: keys.secretAccessKey, ...more }))
    vi.stubEnv(name, value);
}

it("starts without a bucket, and with one that answers", async () => {
  await expect(checkMediaStore()).resolves.toBeUndefined();
  given();
  await expect(checkMediaStore()).resolves.toBeUndefined();
});

it.each([
  [{ S3_BUCKET: "nobody" }, /no bucket "nobody"/],
  [{ S3_SECRET_ACCESS_KEY: "another" }, /refuses S3_ACCESS_KEY_ID/],
  [{ S3_ENDPOINT: "http://127.0.0.1:9" }, /nothing answers at/],
  [{ S3_SECRET_ACCESS_KEY: "" }, /S3_SECRET_ACCESS_KEY: needed/],
])("says in one sentence what is wrong: %j", async (wrong, sentence) => {
  given(wrong);
  await expect(checkMediaStore()).rejects.toThrow(sentence);
  await expect(checkMediaStore()).rejects.not.toThrow(/geheim/);
});
