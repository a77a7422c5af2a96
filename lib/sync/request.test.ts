import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { actorFor } from "@/lib/access/testing";
import { errorResponse } from "@/lib/route";
import { countRequest, jsonOf } from "./request";

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://x/api/sync", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...headers },
    duplex: "half",
  } as RequestInit);
const refusalOf = async (work: Promise<unknown>) =>
  errorResponse(
    await work.then(
      () => null,
      (error) => error,
    ),
  );

describe("limits of a request", () => {
  test("a body over the limit is 413, whether it says its length or not", async () => {
    const long = JSON.stringify({ text: "x".repeat(5000) });
    const unsaid = new Blob([long]).stream();
    for (const request of [post(long, { "content-length": "5012" }), post(unsaid)]) {
      const { status } = await refusalOf(jsonOf(request, z.object({ text: z.string() }), 1000));
      expect(status).toBe(413);
    }
    expect(await jsonOf(post(long), z.object({ text: z.string() }), 6000)).toHaveProperty("text");
  });

  test("another site's form, broken JSON and other shapes are 422", async () => {
    const shape = z.object({ a: z.int() });
    for (const request of [post("{}", { "content-type": "text/plain" }), post("{"), post('{"a": "b"}')])
      expect((await refusalOf(jsonOf(request, shape, 1000))).status).toBe(422);
  });

  test("too many in a minute are 429 with the seconds to wait, per person", async () => {
    const [eager, calm] = [actorFor({ role: "facilitator" }), actorFor({ role: "facilitator" })];
    const ask = new Request("http://x/api/sync");
    for (let n = 0; n < 300; n++) await countRequest(eager, ask);
    const answer = await refusalOf(countRequest(eager, ask));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    await countRequest(calm, ask);
  });

  test("a phone that means another person than the session is 401", async () => {
    const request = new Request("http://x/api/sync", { headers: { "x-connect-user": randomUUID() } });
    expect((await refusalOf(countRequest(actorFor({ role: "facilitator" }), request))).status).toBe(401);
  });
});
