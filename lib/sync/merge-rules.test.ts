import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sameValue } from "@/lib/changes/canonical";
import { merge } from "@/lib/changes/merge";
import { definitionOf, type RecordType } from "@/lib/changes/registry";
import { type Change, operationOf } from "@/lib/changes/schema";
import { SeededNumbers } from "@/lib/seeded-numbers";
import { changedFields, everyType, newFields } from "./simulation/generators";
import { Exchange } from "./simulation/model";

const record = new URL("../../docs/decisions/0005-merge-rules.md", import.meta.url);
type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};

const ranked = new Set(["comparison.winner", "score.score"]);
const tallied = new Set(["attendance.people", "ballot.dots"]);
const sets = new Set(["problem.themes", "visit.themes", "dialogue.themes"]);
const drawn = new Set(["feature.geometry", "map.controlPoints", "map.centre", "photo.location"]);

/** What kind of value a field holds; a field of a kind without a rule has none. */
function kindOf(type: RecordType, field: string): string {
  const name = `${type}.${field}`;
  if (ranked.has(name)) return "ranking";
  if (tallied.has(name)) return "tally";
  if (drawn.has(name)) return "geometry";
  if (sets.has(name)) return "set";
  const shape = z.toJSONSchema(definitionOf(type).fields, { io: "input" }).properties ?? {};
  const { entries } = definitionOf(type);
  const listed = entries && field.endsWith("*") ? z.toJSONSchema(entries.value) : shape[field];
  const given = listed as Schema;
  const schema = given.anyOf?.find((one) => one.type !== "null") ?? given;
  const plain = [schema.type].flat().find((one) => one !== "null");
  if (schema.enum || plain === "boolean") return "choice";
  if (plain === "array" || plain === "object") return "list";
  if (plain === "integer" || plain === "number") return "number";
  if (schema.format === "uuid") return "link";
  if (schema.format === "date" || schema.format === "date-time") return "date";
  if (plain === "string") return "text";
  throw new Error(`${name}: no rule says what becomes of it`);
}

const kinds = ["text", "choice", "number", "date", "list", "set", "geometry", "link", "tally", "ranking"];
const rowOf = (type: RecordType) => {
  const { fields: schema, entries } = definitionOf(type);
  const names = [...Object.keys(schema.shape), ...(entries ? [`${entries.prefix}*`] : [])];
  const fields = Map.groupBy(names, (field) => kindOf(type, field));
  const told = kinds.flatMap((kind) =>
    fields.has(kind) ? [`${kind}: ${fields.get(kind)?.join(", ")}`] : [],
  );
  return `| ${type} | ${told.join(" · ")} |`;
};

describe("the table of rules", () => {
  const text = readFileSync(record, "utf8");

  test.each(kinds)("has a rule for %s", (kind) => {
    expect(text).toMatch(new RegExp(`^\\| ${kind} \\| .+ \\| .+ \\|$`, "m"));
  });

  test.each(everyType)("names every field of %s", (type) => {
    expect(text.split("\n")).toContain(rowOf(type));
  });
});

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const step = fc.record({
  at: fc.nat(3),
  act: fc.constantFrom("record", "record", "record", "resolve", "delete", "undelete", "send", "send", "pull"),
  dice: fc.nat(1_000_000),
});

function play(exchange: Exchange, { at, act, dice }: { at: number; act: string; dice: number }): unknown {
  // Few different values, so that two people now and then set the same.
  const random = new SeededNumbers(dice % 40);
  const making = { random, links: () => [] };
  if (act === "send") return exchange.send(at);
  if (act === "pull") return exchange.pull(at, dice % 4);
  if (act === "delete" || act === "undelete") return exchange.write(at, act, {});
  if (act === "record") return exchange.write(at, "record", plain(changedFields(exchange.type, making)));
  const open = Object.entries(exchange.shown(at).conflicts);
  const [field, candidates] = open[dice % Math.max(1, open.length)] ?? [];
  const value = candidates?.[dice % candidates.length]?.value ?? null;
  return field === undefined ? null : exchange.write(at, "resolve", { [field]: value });
}

/** A value that nobody has decided about is standing, or was replaced by somebody who saw it, or waits beside it. */
function neverDropped({ accepted, state }: Exchange): void {
  const decided = new Set(
    accepted.flatMap(({ kind, fields }) =>
      operationOf(kind) === "resolve" ? Object.keys(fields ?? {}) : [],
    ),
  );
  for (const { id, kind, fields } of accepted.filter((change) => operationOf(change.kind) === "record"))
    for (const [field, value] of Object.entries(fields ?? {})) {
      if (decided.has(field)) continue;
      const twins = accepted.filter((other) => sameValue(other.fields?.[field], value)).map((one) => one.id);
      const seenBy = accepted.some((later) => twins.includes(later.base[field] ?? ""));
      const waits = (state.conflicts[field] ?? []).some((candidate) => candidate.changeId === id);
      const stands = sameValue(state.fields[field], value);
      expect(seenBy || waits || stands, `${kind} ${field} = ${JSON.stringify(value)}`).toBe(true);
    }
}

describe("any interleaving of any changes by any number of phones", () => {
  test.each(everyType)(
    "%s: the server and every phone end equal, and every value is in the history",
    (type) => {
      const script = fc.record({
        phones: fc.integer({ min: 1, max: 4 }),
        steps: fc.array(step, { maxLength: 40 }),
      });
      fc.assert(
        fc.property(script, ({ phones, steps }) => {
          const exchange = new Exchange(type, phones);
          exchange.write(
            0,
            "record",
            plain(newFields(type, { random: new SeededNumbers(1), links: () => [] }, {})),
          );
          const written: Change[] = [];
          for (const one of steps) play(exchange, one);
          for (const { own } of exchange.phones) written.push(...own);
          exchange.settle();
          const { fields, versions, conflicts } = exchange.state;
          const server = { fields, versions, conflicts, deletedAt: exchange.deletedAt };
          for (const [at] of exchange.phones.entries()) {
            const { makers: _makers, ...shown } = exchange.shown(at);
            expect(plain(shown)).toEqual(plain(server));
          }
          const history = new Map(exchange.accepted.map((change) => [change.id, change]));
          expect(history.size).toBe(exchange.accepted.length);
          for (const change of written) expect(history.get(change.id)?.fields).toEqual(change.fields);
          neverDropped(exchange);
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe("two people apart", () => {
  const apart = (type: RecordType, before: object, one: object, two: object) => {
    const exchange = new Exchange(type, 2);
    exchange.write(0, "record", before as never);
    exchange.settle();
    exchange.write(0, "record", one as never);
    exchange.write(1, "record", two as never);
    exchange.settle();
    return exchange;
  };
  const line = (x: number) => ({
    type: "LineString",
    space: "sketch",
    coordinates: [
      [0, 0],
      [x, 1],
    ],
  });

  test.each<[string, RecordType, object, object, object]>([
    ["text", "problem", { note: "ກ" }, { note: "ກ ຂ" }, { note: "ກ ຄ" }],
    ["choice", "workshop", { module: "1" }, { module: "2" }, { module: "3" }],
    ["number", "workshop", { costKip: 1 }, { costKip: 2 }, { costKip: 3 }],
    ["date", "action", { due: "2026-01-01" }, { due: "2026-02-01" }, { due: "2026-03-01" }],
    ["list", "action", { support: ["ກ"] }, { support: ["ກ", "ຂ"] }, { support: ["ກ", "ຄ"] }],
    ["set", "problem", { themes: [] }, { themes: ["staff"] }, { themes: ["staff", "training"] }],
    ["geometry", "feature", { geometry: line(0) }, { geometry: line(0.5) }, { geometry: line(0.7) }],
    ["link", "action", { problemId: null }, { problemId: "p1" }, { problemId: "p2" }],
    ["ranking", "comparison", { winner: "equal" }, { winner: "p1" }, { winner: "p2" }],
  ])(
    "%s: the first accepted stands, the second waits beside it, and deciding settles both",
    (_kind, ...given) => {
      const exchange = apart(...given);
      const [, , one, two] = given;
      const [field = ""] = Object.keys(one);
      const value = (of: object) => (of as Record<string, unknown>)[field];
      expect(exchange.state.fields[field]).toEqual(value(one));
      expect(exchange.state.conflicts[field]).toMatchObject([{ value: value(two), authorId: "phone 1" }]);
      exchange.write(0, "resolve", { [field]: value(two) });
      exchange.settle();
      expect(exchange.shown(1)).toMatchObject({ fields: { [field]: value(two) }, conflicts: {} });
    },
  );

  test("who sets the same as the other makes no conflict, and who gives in ends it", () => {
    expect(apart("workshop", {}, { venue: "ວັດ" }, { venue: "ວັດ" }).state.conflicts).toEqual({});
    const exchange = apart("workshop", {}, { venue: "ວັດ" }, { venue: "ໂຮງຮຽນ" });
    const losing = exchange.accepted.at(-1)?.id as string;
    const base = { venue: losing };
    const giving = { changeId: "c9", authorId: "phone 1", madeAt: "", fields: { venue: "ວັດ" }, base };
    expect(merge(exchange.state, giving).state.conflicts).toEqual({});
  });

  test("a decision leaves open what its author had not seen", () => {
    const exchange = new Exchange("workshop", 3);
    exchange.write(0, "record", { venue: "ກ" });
    exchange.settle();
    for (const [at, venue] of ["ຂ", "ຄ", "ງ"].entries()) exchange.write(at, "record", { venue });
    exchange.send(0);
    exchange.send(1);
    exchange.pull(0, 9);
    exchange.write(0, "resolve", { venue: "ຄ" });
    exchange.settle();
    expect(exchange.shown(2).fields.venue).toBe("ຄ");
    const late = exchange.state.conflicts.venue ?? [];
    expect(late.map(({ value }) => value)).toEqual(["ງ"]);
  });

  test("of delete and undelete the last accepted holds, and what is written meanwhile comes back", () => {
    const exchange = apart("workshop", { venue: "ກ" }, { note: "1" }, { note: "1" });
    exchange.write(0, "delete", {});
    exchange.write(1, "record", { venue: "ຂ" });
    exchange.settle();
    expect(exchange.shown(0)).toMatchObject({ fields: { venue: "ຂ" }, deletedAt: expect.any(String) });
    exchange.write(1, "undelete", {});
    exchange.settle();
    expect(exchange.shown(0)).toMatchObject({ fields: { venue: "ຂ" }, deletedAt: null });
  });
});
