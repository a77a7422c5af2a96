import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkedAddresses, dhis2Address, isPublicAddress } from "./address";
import { type AskLimits, askDhis2, askLimits } from "./ask";
import { pauseBefore, retryAfter } from "./retry";
import { type Misfortune, type TestDhis2, testDhis2, testToken } from "./testing-dhis2";

describe("which addresses are asked", () => {
  it.each([
    ["8.8.8.8", true],
    ["202.137.156.1", true],
    ["2a00:1450:4001::1", true],
    ["2001:4860:4860::8888", true],
    ["0.0.0.0", false],
    ["10.1.2.3", false],
    ["100.64.0.1", false],
    ["127.0.0.1", false],
    ["127.255.255.254", false],
    ["169.254.169.254", false],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["192.168.1.1", false],
    ["198.18.0.1", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["::", false],
    ["::1", false],
    ["::127.0.0.1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["::ffff:8.8.8.8", false],
    ["64:ff9b::7f00:1", false],
    ["fd00:ec2::254", false],
    ["fe80::1", false],
    ["fec0::1", false],
    ["ff02::1", false],
    ["2001::1", false],
    ["2001:db8::1", false],
    ["2002:7f00:1::", false],
    ["localhost", false],
    ["", false],
  ])("%s: %s", (ip, allowed) => {
    expect(isPublicAddress(ip)).toBe(allowed);
  });

  it.each([
    ["https://hmis.example.la/dhis/", { address: "https://hmis.example.la/dhis" }],
    ["https://hmis.example.la/api", { address: "https://hmis.example.la" }],
    ["https://hmis.example.la:8443/dhis/api/", { address: "https://hmis.example.la:8443/dhis" }],
    ["http://hmis.example.la", { problem: "https" }],
    ["https://admin:district@hmis.example.la", { problem: "credentials" }],
    ["https://hmis.example.la/?x=1", { problem: "format" }],
    ["https://hmis.example.la/#x", { problem: "format" }],
    ["ftp://hmis.example.la", { problem: "format" }],
    ["file:///etc/passwd", { problem: "format" }],
    ["hmis.example.la", { problem: "format" }],
    ["https://127.0.0.1", { problem: "private" }],
    ["https://2130706433", { problem: "private" }],
    ["https://0x7f.1", { problem: "private" }],
    ["https://[::1]", { problem: "private" }],
    ["https://[::ffff:169.254.169.254]", { problem: "private" }],
    ["https://localhost", { problem: "private" }],
    ["https://dhis2.localhost.", { problem: "private" }],
    ["http://localhost:8080", { problem: "https" }],
  ])("%s", (text, wanted) => {
    expect(dhis2Address(text, false)).toEqual(wanted);
  });

  it("this machine only when that was set", () => {
    expect(dhis2Address("http://localhost:8080/dhis", true)).toEqual({
      address: "http://localhost:8080/dhis",
    });
    expect(dhis2Address("http://10.0.0.1", true)).toEqual({ problem: "https" });
    expect(dhis2Address("https://10.0.0.1", true)).toEqual({ problem: "private" });
  });

  const inside = { address: "10.0.0.7", family: 4 };
  const outside = { address: "8.8.8.8", family: 4 };
  it.each([
    ["inside", [inside], false],
    ["outside and inside", [outside, inside], false],
    ["outside", [outside], true],
    ["metadata by IPv6", [{ address: "::ffff:169.254.169.254", family: 6 }], false],
  ])("a name that leads %s", async (_where, found, allowed) => {
    const url = new URL("https://hmis.example.la/api");
    const asking = checkedAddresses(url, { local: false, resolve: async () => found });
    if (allowed) expect(await asking).toEqual(found);
    else await expect(asking).rejects.toMatchObject({ problem: "private_address" });
  });

  it("this machine is not asked through a name that somebody else answers for", async () => {
    const url = new URL("https://localhost/api");
    const asking = checkedAddresses(url, { local: true, resolve: async () => [outside] });
    await expect(asking).rejects.toMatchObject({ problem: "private_address" });
  });
});

describe("how long it waits", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  it.each([
    ["7", 7],
    ["0", 1],
    ["86400", 3600],
    ["Sun, 22 Nov 2026 00:02:00 GMT", 120],
    ["Sat, 21 Nov 2026 00:00:00 GMT", 1],
    ["soon", null],
    [undefined, null],
  ])("Retry-After: %s", (text, seconds) => {
    expect(retryAfter(text, now)).toBe(seconds);
  });

  it("longer each time, and not all at once", () => {
    expect([1, 2, 3, 4].map((tries) => pauseBefore(tries, 0))).toEqual([5000, 20_000, 80_000, 320_000]);
    expect(pauseBefore(1, 0.999)).toBeGreaterThanOrEqual(3750);
  });
});

describe("the answer", () => {
  let dhis2: TestDhis2;
  beforeEach(async () => {
    dhis2 = await testDhis2();
  });
  afterEach(() => dhis2.close());

  async function answer(limits: Partial<AskLimits> = {}, authorization = `ApiToken ${testToken}`) {
    const url = new URL(`${dhis2.address}/api/dataValueSets.json?period=202610&orgUnit=DiszpKrYNg8`);
    const asking = { authorization, local: true, limits: { ...askLimits, ...limits } };
    let text = "";
    for await (const piece of askDhis2(url, asking)) text += Buffer.from(piece).toString("utf8");
    return text;
  }

  it("is read as it comes, packed or not", async () => {
    expect(await answer()).toBe("{}");
    dhis2.plan("none");
    expect(await answer()).toBe("{}");
  });

  it.each<[Misfortune, object]>([
    ["unauthorised", { problem: "unauthorised", about: { status: 401, detail: "Unauthorized" } }],
    ["forbidden", { problem: "forbidden", about: { status: 403 } }],
    ["missing", { problem: "not_found", about: { status: 404 } }],
    ["conflict", { problem: "refused", about: { detail: "Illegal data set identifier: [BfMAe6Itzgt]" } }],
    ["busy", { problem: "busy", about: { status: 429, after: 7 } }],
    ["down", { problem: "server", about: { status: 503 } }],
    ["signInPage", { problem: "not_data", about: { detail: "text/html" } }],
    ["elsewhere", { problem: "redirect", about: { status: 302, detail: "169.254.169.254" } }],
    ["cut", { problem: "cut" }],
    ["cutPacked", { problem: "cut" }],
  ])("%s", async (misfortune, wanted) => {
    dhis2.plan(misfortune);
    await expect(answer()).rejects.toMatchObject(wanted);
    expect(dhis2.asked).toHaveLength(1);
  });

  it("is not waited for without end, nor read beyond its limit, unpacked", async () => {
    dhis2.plan("silent", "silent", "bomb");
    await expect(answer({ idleMs: 50 })).rejects.toMatchObject({ problem: "no_answer" });
    await expect(answer({ wholeMs: 50 })).rejects.toMatchObject({ problem: "no_answer" });
    await expect(answer({ bytes: 1_000_000 })).rejects.toMatchObject({ problem: "too_large" });
  });

  it("nobody is there", async () => {
    await dhis2.close();
    await expect(answer()).rejects.toMatchObject({ problem: "no_connection" });
  });

  it("the machine itself is not asked unless that was set", async () => {
    const asking = { authorization: "ApiToken x", local: false };
    for (const host of ["127.0.0.1", "localhost", "[::1]"])
      await expect(askDhis2(new URL(`https://${host}/api`), asking).next()).rejects.toMatchObject({
        problem: "private_address",
      });
    expect(dhis2.asked).toEqual([]);
  });

  it("is asked of the address that was looked at: the name is looked up once", async () => {
    let looks = 0;
    const url = new URL(`${dhis2.address.replace("127.0.0.1", "localhost")}/api/dataValueSets.json`);
    const resolve = async () => [{ address: ++looks === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    const asking = { authorization: `ApiToken ${testToken}`, local: true, resolve };
    for await (const _ of askDhis2(url, asking));
    expect([looks, dhis2.asked.length]).toEqual([1, 1]);
  });
});
