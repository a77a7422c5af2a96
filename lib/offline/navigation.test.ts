import { beforeEach, describe, expect, it } from "vitest";
import { keptCacheOf, keptCaches } from "./kept-cache";
import { type Answering, answerNavigation } from "./navigation";
import { MemoryCaches } from "./testing";

const [me, other] = ["0192f000-0000-7000-8000-000000000001", "0192f000-0000-7000-8000-000000000002"];
const page = (reader = me) =>
  `<html><head><meta name="connect-reader" content="${reader}"/></head><body><h1>Today</h1></body></html>`;
const html = { headers: { "content-type": "text/html", "content-security-policy": "script-src 'nonce-x'" } };
const dead = () => Promise.reject(new TypeError("Failed to fetch"));

let work: Promise<unknown>[] = [];
beforeEach(() => {
  work = [];
  Object.assign(globalThis, { caches: new MemoryCaches() });
});

async function go(path: string, fetch: Answering["fetch"], records = false): Promise<Response> {
  const url = new URL(path, "http://phone");
  const answer = await answerNavigation(new Request(url), url, {
    fetch,
    records: async () => records,
    later: (one) => void work.push(one),
    now: () => new Date("2026-11-22T02:00:00Z"),
    styles: () => ["/a.css"],
  });
  await Promise.all(work);
  return answer;
}
const online = (reader?: string) => async () => new Response(page(reader), html);

describe("a kept page", () => {
  it("comes from the network while there is one, else dated and with the policy it came with", async () => {
    expect(await (await go("/en/today", online())).text()).not.toContain("kept-copy");
    const kept = await go("/en/today", dead);
    expect(await kept.text()).toContain("<b>22 November 2026, 09:00</b>");
    expect(kept.headers.get("content-security-policy")).toBe("script-src 'nonce-x'");
  });

  it("is shown too while the server is in trouble, and stays", async () => {
    await go("/en/brief", online());
    const broken = async () => new Response("", { status: 502 });
    expect(await (await go("/en/brief", broken)).text()).toContain("kept-copy");
    expect(await (await go("/en/brief", dead)).text()).toContain("kept-copy");
  });

  it.each([401, 403, 404])("goes with an answer of %i", async (status) => {
    await go("/en/today", online());
    expect((await go("/en/brief", async () => new Response("", { status }))).status).toBe(status);
    expect(await keptCaches()).toEqual([]);
  });

  it("goes when somebody signs in, and when another person reads", async () => {
    await go("/en/today", online());
    await go("/en/today", online(other));
    expect(await keptCaches()).toEqual([keptCacheOf(other as string)]);
    await go("/lo/sign-in", async () => new Response("sign in", html));
    expect(await keptCaches()).toEqual([]);
  });

  it("is only of the address that was read: another district's is not shown in its place", async () => {
    await go("/en/today?district=LA1101", online());
    expect((await go("/en/today?district=LA1102", dead)).status).toBe(503);
    await go("/en/today?district=LA1102", online());
    expect((await go("/en/today?district=LA1101", dead)).status).toBe(503);
  });
});

describe("every other page", () => {
  it("is never kept, and says so without network", async () => {
    await go("/lo/villages", online());
    expect(await keptCaches()).toEqual([]);
    const answer = await go("/lo/villages", dead);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('href="/lo/field"');
  });

  it("opens with the capture screens where somebody records: at once from the home screen, else without network", async () => {
    const to = (answer: Response) => answer.headers.get("location");
    expect(to(await go("/?app", online(), true))).toMatch(/\/lo\/field$/);
    expect(to(await go("/en", dead, true))).toMatch(/\/en\/field$/);
    expect((await go("/?app", online(), false)).status).toBe(200);
    expect((await go("/en", online(), true)).status).toBe(200);
  });
});
