import { expect, it } from "vitest";
import { type Stage, stages, type VillageStages } from "@/lib/counts/stages";
import { byCentre } from "./centres";

const village = (name: string, centre: string | null, hc: { on: string | null; due: string | null }) => ({
  name,
  centre: centre === null ? null : { id: centre, nameLo: centre, nameEn: centre },
  stages: {
    ...Object.fromEntries(stages.map((stage: Stage) => [stage, { on: null, due: null }])),
    hc,
  } as VillageStages,
});

it("groups villages by their health centre: overdue ones first, those of no catchment last", () => {
  const centres = byCentre(
    [
      village("1", null, { on: null, due: "2026-01-01" }),
      village("2", "b", { on: "2026-02-01", due: "2026-03-01" }),
      village("3", "c", { on: null, due: "2026-05-01" }),
      village("4", "c", { on: null, due: "2026-04-01" }),
      village("5", "a", { on: null, due: "2026-12-31" }),
    ],
    "2026-11-22",
  );
  expect(
    centres.map(({ centre, villages, hc }) => [centre?.id ?? null, villages.map(({ name }) => name), hc]),
  ).toEqual([
    ["c", ["3", "4"], { on: null, due: "2026-04-01" }],
    ["a", ["5"], { on: null, due: "2026-12-31" }],
    ["b", ["2"], { on: "2026-02-01", due: "2026-03-01" }],
    [null, ["1"], { on: null, due: "2026-01-01" }],
  ]);
  expect(byCentre([], "2026-11-22")).toEqual([]);
});
