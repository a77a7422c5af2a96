import { describe, expect, it } from "vitest";
import type { WallAction } from "@/lib/publishing/views";
import { reminderText } from "./reminder-text";

const action = (change: Partial<WallAction>): WallAction => ({
  id: "a",
  what: "bridge",
  lead: "district_public_works",
  due: "2026-10-01",
  status: "not_started",
  statusDate: null,
  confirmed: null,
  ...change,
});
const words = {
  head: "Ban X",
  counts: ({ k, n, late }: { k: number; n: number; late: number }) => `${k}/${n}/${late}`,
  late: ({ what, days, office }: { what: string; days: number; office: string | null }) =>
    `late ${what} ${days} ${office}`,
  soon: ({ what, due }: { what: string; due: string }) => `soon ${what} ${due}`,
  visit: (date: string) => `visit ${date}`,
};
const today = "2026-11-22";

describe("reminderText", () => {
  it("names what is late, longest first, what is due soon, and the next visit", () => {
    const actions = [
      action({ what: "water", due: "2026-11-25", status: "in_progress" }),
      action({ what: "notice", due: "2026-11-20" }),
      action({}),
      action({ what: "done", status: "done" }),
    ];
    expect(reminderText({ actions, nextVisit: "2026-12-01", today }, words)).toBe(
      "*Ban X*\n1/4/2\nlate bridge 52 district_public_works\nlate notice 2 district_public_works\nsoon water 2026-11-25\nvisit 2026-12-01",
    );
  });

  it("is nothing where nothing is late, due or visited", () => {
    expect(reminderText({ actions: [action({ status: "done" })], nextVisit: null, today }, words)).toBeNull();
  });
});
