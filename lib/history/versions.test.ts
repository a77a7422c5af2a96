import { describe, expect, it } from "vitest";
import { type RecordChange, restoration, stateAfter } from "./versions";

const change = (kind: string, after: Record<string, unknown> | null): RecordChange => ({
  changeId: kind,
  subject: "s",
  kind: `plan.${kind}`,
  status: "accepted",
  receivedAt: "2026-11-21T00:00:00Z",
  after,
});
const story = [
  change("record", { title: "a", status: "draft" }),
  change("record", { status: "active", agreedDate: "2026-11-20" }),
  change("delete", null),
];

describe("restoration", () => {
  it("brings every field back to its value then, and empties what had not been set", () => {
    expect(restoration(story.slice(0, 2), 1)).toEqual({
      fields: { status: "draft", agreedDate: null },
      undelete: false,
    });
  });

  it("brings a deleted record back", () => {
    expect(restoration(story, 2)).toEqual({ fields: {}, undelete: true });
  });

  it("has nothing to do for the present state", () => {
    expect(restoration(story, 3)).toBeNull();
    expect(restoration([...story.slice(0, 1), change("record", { title: "a" })], 1)).toBeNull();
  });

  it("ignores what a change wanted but was not applied, and erased payloads", () => {
    expect(stateAfter([...story, change("record", null)])).toEqual({
      title: "a",
      status: "active",
      agreedDate: "2026-11-20",
    });
  });
});
