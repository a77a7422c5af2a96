import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { packedJson } from "./packed-json";
import { jsonOf } from "./request";

const limit = 64 * 1024;
const Body = z.object({ changes: z.array(z.string()) });
const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://phone.example/api/sync", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
  });
const gzip = { "content-encoding": "gzip" };
const take = (request: Request) => jsonOf(request, Body, limit);

describe("a compressed request", () => {
  test("is what the phone packed, in less than half the bytes", async () => {
    const body = { changes: Array.from({ length: 200 }, (_, n) => `ທາງຂາດ ${n}`) };
    const { body: bytes, headers } = await packedJson(body);
    expect((bytes as ArrayBuffer).byteLength * 2).toBeLessThan(JSON.stringify(body).length);
    expect(await take(sent(bytes as ArrayBuffer, headers as Record<string, string>))).toEqual(body);
  });

  test("a short one goes as it is", async () => {
    expect((await packedJson({ changes: [] })).headers).not.toHaveProperty("content-encoding");
  });

  test("is unpacked no further than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, " "));
    expect(bomb.length).toBeLessThan(limit);
    await expect(take(sent(new Uint8Array(bomb), gzip))).rejects.toMatchObject({ code: "too_large" });
  });

  test("that is cut, or packed in a way nobody agreed on, is refused", async () => {
    const cut = gzipSync(JSON.stringify({ changes: ["x".repeat(5000)] })).subarray(0, 30);
    await expect(take(sent(new Uint8Array(cut), gzip))).rejects.toMatchObject({ code: "invalid" });
    await expect(take(sent("{}", { "content-encoding": "br" }))).rejects.toMatchObject({ code: "invalid" });
  });
});
