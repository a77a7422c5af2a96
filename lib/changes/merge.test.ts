import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameValue, signedText } from "./canonical";
import { emptyState, type Incoming, merge, resolve } from "./merge";
import { uuidv7 } from "./uuid";

const change = (changeId: string, fields: Incoming["fields"], base: Incoming["base"] = {}): Incoming => ({
  changeId,
  authorId: "a",
  madeAt: "2026-11-21T00:00:00Z",
  fields,
  base,
});

describe("merge", () => {
  it.each([
    ["first value", {}, null, ["x"], 0],
    ["seen value replaced", { name: "old" }, "c0", ["x"], 0],
    ["unseen value kept, the new one a candidate", { name: "old" }, null, ["old"], 1],
  ])("%s", (_title, fields, base, [name], candidates) => {
    const versions = "name" in fields ? { name: "c0" } : {};
    const { state } = merge(
      { ...emptyState, fields, versions } as never,
      change("c1", { name: "x" }, { name: base }),
    );
    expect(state.fields.name).toBe(name);
    expect(state.conflicts.name ?? []).toHaveLength(candidates);
  });

  it("takes the same value from two people without asking", () => {
    const one = merge(emptyState, change("c1", { name: "x" })).state;
    expect(merge(one, change("c2", { name: "x" })).conflicting).toEqual([]);
  });

  it("settles a field's candidates when a person decides", () => {
    const one = merge(emptyState, change("c1", { name: "x" })).state;
    const two = merge(one, change("c2", { name: "y" })).state;
    const three = resolve(two, change("c3", { name: "y" })).state;
    expect(three).toMatchObject({ fields: { name: "y" }, versions: { name: "c3" }, conflicts: {} });
  });

  it("never drops a value: each one stands, was applied once, or is a candidate", () => {
    const write = fc.record({
      field: fc.constantFrom("a", "b"),
      value: fc.integer({ min: 0, max: 3 }),
      seen: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(write, { maxLength: 20 }), (writes) => {
        let state = emptyState;
        for (const [index, { field, value, seen }] of writes.entries()) {
          const base = { [field]: seen ? (state.versions[field] ?? null) : null };
          const result = merge(state, change(`c${index}`, { [field]: value }, base));
          const kept = result.state.conflicts[field]?.some((candidate) => candidate.changeId === `c${index}`);
          expect(result.applied[field] === value || kept).toBe(true);
          for (const before of state.conflicts[field] ?? []) {
            expect(result.state.conflicts[field]).toContainEqual(before);
          }
          state = result.state;
        }
      }),
    );
  });
});

describe("canonical text", () => {
  it("is the same for any order of keys, and leaves the signature out", () => {
    expect(signedText({ b: [1, { d: 1, c: 2 }], a: null, signature: "s" })).toBe(
      '{"a":null,"b":[1,{"c":2,"d":1}]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) =>
        sameValue(value, Object.fromEntries(Object.entries(value).reverse())),
      ),
    );
  });
});

it("makes version 7 UUIDs that carry the time given", () => {
  const id = uuidv7(Date.UTC(2026, 10, 21));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 21));
});
