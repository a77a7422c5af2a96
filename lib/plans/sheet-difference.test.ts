import { describe, expect, it } from "vitest";
import { sheetDifference } from "./sheet-difference";
import type { SheetAction } from "./spreadsheet";

const bridge: SheetAction = {
  id: "bridge",
  status: "in_progress",
  confirmed: null,
  action: { what: "Repair the bridge", level: "village", support: ["Youth Union"], costKip: 5, lead: null },
};
const row = (fields: object, more: object = {}) => ({ row: 2, actionId: "bridge", fields, ...more });

describe("sheetDifference", () => {
  it("leaves a row alone that says the same, empty or absent alike", () => {
    const fields = { what: "Repair the bridge", support: ["Youth Union"], costKip: 5, due: null };
    expect(sheetDifference([row(fields, { status: "in_progress" })], [bridge])).toEqual([]);
  });

  it("keeps only what differs", () => {
    const [one] = sheetDifference([row({ what: "Repair the bridge", costKip: 6, support: null })], [bridge]);
    expect(one).toMatchObject({
      actionId: "bridge",
      fields: { costKip: 6, support: null },
      status: undefined,
    });
  });

  it("makes a report of another status, and none of a new row that has not started", () => {
    expect(sheetDifference([row({}, { status: "done" })], [bridge])[0]?.status).toBe("done");
    const fresh = { row: 3, actionId: null, fields: { what: "New", level: "village" as const } };
    expect(sheetDifference([{ ...fresh, status: "not_started" }], [bridge])[0]?.status).toBeUndefined();
    expect(sheetDifference([fresh], [bridge])).toHaveLength(1);
  });
});
