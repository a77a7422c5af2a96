import { describe, expect, it } from "vitest";
import {
  isBehind,
  noStages,
  type Stage,
  type Standing,
  stages,
  stuckAt,
  sumStages,
  type VillageStages,
  whereItStands,
} from "./stages";

const today = "2026-11-22";
const village = (known: Partial<Record<Stage, Standing>>): VillageStages => ({
  ...(Object.fromEntries(stages.map((stage) => [stage, { on: null, due: null }])) as VillageStages),
  ...known,
});

it.each([
  [{ on: null, due: "2026-11-22" }, true],
  [{ on: null, due: "2026-11-23" }, false],
  [{ on: null, due: null }, false],
  [{ on: "2026-11-22", due: "2026-01-01" }, false],
] as [Standing, boolean][])("%j is behind: %s", (standing, behind) => {
  expect(isBehind(standing, today)).toBe(behind);
});

describe("where a village stands", () => {
  it("is at the last step it took, also when one before it is missing", () => {
    const standing = whereItStands(
      village({
        oriented: { on: "2025-01-10", due: "2025-02-01" },
        district: { on: null, due: "2025-02-01" },
        village: { on: "2026-03-02", due: "2026-03-01" },
        displayed: { on: null, due: "2026-03-31" },
        visit3: { on: null, due: "2027-01-01" },
      }),
      today,
    );
    expect(standing).toEqual({
      at: "village",
      since: "2026-03-02",
      next: "displayed",
      behind: ["district", "displayed"],
    });
  });

  it("has taken no step, or all of them", () => {
    expect(whereItStands(village({}), today)).toEqual({
      at: null,
      since: null,
      next: "oriented",
      behind: [],
    });
    const visited = village({ visit6: { on: "2026-10-01", due: "2026-10-01" } });
    expect(whereItStands(visited, today)).toMatchObject({ at: "visit6", next: null });
  });

  it("is not held up by what may come at any time", () => {
    const own = village({ self_financed: { on: "2026-01-01", due: null } });
    expect(whereItStands(own, today)).toMatchObject({ at: null, next: "oriented" });
  });
});

it("adds places up and finds where most are behind, of equals the earlier", () => {
  const one = { ...noStages, hc: { done: 1, due: 4, behind: 3 }, visit3: { done: 0, due: 2, behind: 2 } };
  const two = { ...noStages, visit3: { done: 5, due: 6, behind: 1 } };
  const sum = sumStages([one, two]);
  expect(sum.visit3).toEqual({ done: 5, due: 8, behind: 3 });
  expect(stuckAt(sum)).toBe("hc");
  expect(stuckAt(noStages)).toBeNull();
});
