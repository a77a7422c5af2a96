import { afterEach, expect, it, vi } from "vitest";
import { env } from "./env";

afterEach(() => vi.unstubAllEnvs());

it("counts an empty variable as unset", () => {
  vi.stubEnv("PORT", "");
  vi.stubEnv("PUBLIC_URL", "");
  expect(env().PORT).toBe(3000);
  expect(env().PUBLIC_URL).toBeUndefined();
});

it("keeps media below the data folder unless told otherwise", () => {
  vi.stubEnv("MEDIA_DIR", "");
  vi.stubEnv("DATA_DIR", "/srv/connect");
  expect(env().MEDIA_DIR).toBe("/srv/connect/media");
  vi.stubEnv("MEDIA_DIR", "/srv/pictures");
  expect(env().MEDIA_DIR).toBe("/srv/pictures");
});

it("names what is wrong without showing its value", () => {
  vi.stubEnv("DATABASE_URL", "mysql://user:geheim@example.org/x");
  expect(() => env()).toThrow(/DATABASE_URL/);
  expect(() => env()).not.toThrow(/geheim/);
});

it("is production unless the start script says demonstration", () => {
  vi.stubEnv("CONNECT_MODE", "");
  expect(env().CONNECT_MODE).toBe("production");
});

it("takes a bucket whole or not at all", () => {
  expect(env().S3).toBeNull();
  const bucket = { S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "pictures", S3_ACCESS_KEY_ID: "key" };
  for (const [name, value] of Object.entries(bucket)) vi.stubEnv(name, value);
  expect(() => env()).toThrow(/S3_SECRET_ACCESS_KEY/);
  vi.stubEnv("S3_SECRET_ACCESS_KEY", "geheim");
  expect(env().S3).toMatchObject({ bucket: "pictures", region: "us-east-1", prefix: "" });
  vi.stubEnv("S3_PREFIX", "../other");
  expect(() => env()).toThrow(/S3_PREFIX/);
  expect(() => env()).not.toThrow(/geheim/);
});
