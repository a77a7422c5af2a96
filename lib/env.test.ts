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
