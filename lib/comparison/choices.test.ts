import { describe, expect, it } from "vitest";
import { bandOf, choicesQuery, readChoices, withoutFilter } from "./choices";

describe("what the reader chose", () => {
  it("is read from the address and written back without what goes without saying", () => {
    const asked = {
      indicator: "ANC4_COV",
      sort: "lowest",
      by: "centre",
      status: "late",
      group: "khmu",
      season: "",
    };
    const choices = readChoices(asked);
    expect(choices.filters).toEqual({ status: "late", group: "khmu" });
    expect(choicesQuery(choices)).toEqual({
      indicator: "ANC4_COV",
      sort: "lowest",
      by: "centre",
      status: "late",
      group: "khmu",
    });
    expect(choicesQuery(withoutFilter(choices, "status"))).not.toHaveProperty("status");
    expect(choicesQuery(readChoices({ sort: "urgency", by: "group" }))).toEqual({});
  });

  it("leaves out words that mean nothing and words without end", () => {
    const choices = readChoices({
      sort: "best",
      by: "x",
      status: "angry",
      distance: "45",
      group: "x".repeat(65),
    });
    expect(choices).toEqual({ indicator: null, sort: "urgency", by: "group", filters: {} });
    expect(readChoices({ status: ["late", "done"] }).filters).toEqual({ status: "late" });
  });

  it.each([
    [null, "unknown"],
    [0, "30"],
    [30, "30"],
    [31, "60"],
    [120, "120"],
    [121, "more"],
  ] as const)("%s minutes lie in the band %s", (minutes, band) => expect(bandOf(minutes)).toBe(band));
});
