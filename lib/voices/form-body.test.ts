import { describe, expect, it } from "vitest";
import { formOf } from "./form-body";

const type = "application/x-www-form-urlencoded";
const sent = (body: string, headers: Record<string, string> = { "content-type": type }) =>
  formOf(new Request("https://connect.invalid/v/x", { method: "POST", body, headers }));

describe("formOf", () => {
  it("reads what an old phone sends, and what a new one sends from our own page", async () => {
    expect(await sent("said=not&words=%E0%BA%99%E0%BB%89%E0%BA%B3+x")).toEqual({
      said: "not",
      words: "ນ້ຳ x",
    });
    expect(await sent("said=done", { "content-type": type, "sec-fetch-site": "same-origin" })).toEqual({
      said: "done",
    });
  });

  it.each(["cross-site", "same-site", "none"])("refuses a form that comes from %s", async (from) => {
    expect(await sent("said=done", { "content-type": type, "sec-fetch-site": from })).toBeNull();
  });

  it("refuses other bodies and long ones", async () => {
    expect(await sent('{"said":"done"}', { "content-type": "text/plain" })).toBeNull();
    expect(await sent(`words=${"x".repeat(9000)}`)).toBeNull();
  });
});
