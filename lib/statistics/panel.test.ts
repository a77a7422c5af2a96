import { describe, expect, it } from "vitest";
import type { ClusteredContrast } from "./clustered-contrast";
import { panelDifference, panelDisagrees } from "./panel";
import { expectPrinted } from "./testing/expect-close";
import { PANEL_P } from "./testing/village-sums";

describe("panelDifference", () => {
  it("knows the answer of clubSandwich for panel P", () => {
    const { contrast, exposedChange, unexposedChange, notPaired } = panelDifference(PANEL_P, 1);
    expect(contrast).toMatchObject({ status: "ok", villages: 6, cellSizes: [10, 8] });
    expectPrinted(contrast.estimate, 1.35);
    expectPrinted(contrast.standardError, 0.29193366);
    expectPrinted(contrast.degreesOfFreedom, 4.9643437);
    expectPrinted(contrast.lo, 0.59793655);
    expectPrinted(contrast.hi, 2.1020635);
    expectPrinted(exposedChange, 1.6);
    expectPrinted(unexposedChange, 0.25);
    expect(notPaired).toBe(0);
  });

  it("does not show P, whose unexposed are eight", () => {
    const hidden = panelDifference(PANEL_P);
    expect(hidden.contrast.status).toBe("hidden");
    expect(hidden).toMatchObject({ exposedChange: null, unexposedChange: null });
  });

  it("leaves out who lacks a round and says how many", () => {
    const [first] = PANEL_P;
    if (!first) throw new Error("an empty panel");
    const more = [...PANEL_P, { ...first, endline: null }, { ...first, baseline: null }];
    expect(panelDifference(more, 1)).toEqual({ ...panelDifference(PANEL_P, 1), notPaired: 2 });
  });
});

describe("panelDisagrees", () => {
  const contrast = (estimate: number | null, standardError: number | null) =>
    ({ estimate, standardError }) as ClusteredContrast;

  it.each([
    [1.0, 1.2, 0.25, false],
    [1.0, 1.3, 0.25, true],
    [1.0, 0.7, 0.25, true],
    [null, 0.7, 0.25, null],
    [1.0, null, 0.25, null],
    [1.0, 0.7, null, null],
  ])("cross-section %d, panel %d ± %d", (crossSection, panel, standardError, expected) => {
    expect(panelDisagrees(contrast(crossSection, 0.1), contrast(panel, standardError))).toBe(expected);
  });
});
