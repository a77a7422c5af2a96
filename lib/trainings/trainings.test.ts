import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type TestDatabase, testDatabase } from "@/db/testing/database";
import { makeDistrict, type TestDistrict } from "@/db/testing/factories";
import { actorFor } from "@/lib/access/testing";
import { RecordTraining, recordTraining } from "./commands";
import { trainingsPage } from "./queries";
import { refresherIn, testResult, typedScores } from "./rules";
import { trainingFileRows } from "./training-file";

describe("scores as typed", () => {
  test.each([
    ["", []],
    ["40 75", [{ pre: 40, post: 75 }]],
    [
      "40, 75\n\n 0;100 ",
      [
        { pre: 40, post: 75 },
        { pre: 0, post: 100 },
      ],
    ],
    ["40", null],
    ["40 75 3", null],
    ["40 101", null],
    ["forty 75", null],
    [Array.from({ length: 61 }, () => "1 2").join("\n"), null],
  ] as const)("%j", (text, scores) => {
    expect(typedScores(text)).toEqual(scores);
  });

  test("the change of the same people, with the interval of their differences", () => {
    const scores = [
      [50, 70],
      [40, 70],
      [60, 70],
    ].map(([pre = 0, post = 0]) => ({ pre, post }));
    const { n, pre, post, change } = testResult(scores);
    expect({ n, pre, post, mean: change.mean }).toEqual({ n: 3, pre: 50, post: 70, mean: 20 });
    // t(0.975, 2) = 4.303; deviation 10; 4.303 × 10 / √3 = 24.84
    expect(change.lo).toBeCloseTo(-4.84, 2);
    expect(change.hi).toBeCloseTo(44.84, 2);
    expect(testResult([]).change).toMatchObject({ mean: null, lo: null });
  });
});

test.each([
  ["2026-12-01", [], 9],
  ["2026-11-01", [], -21],
  ["2026-11-01", [{ refreshesId: "a" }], null],
  [null, [], null],
] as const)("a refresher due %s, done %j: %s days", (refresherDue, all, days) => {
  expect(refresherIn({ id: "a", refresherDue }, all, "2026-11-22")).toBe(days);
});

describe("a training", () => {
  let db: TestDatabase;
  let here: TestDistrict;
  beforeAll(async () => {
    db = await testDatabase();
    here = await makeDistrict(db.owner);
  });
  afterAll(async () => {
    await closeDatabase();
    await db.drop();
  });
  const at = (role: "health_office" | "governor_office", place = here.districtId) =>
    actorFor({ role, districtIds: [place] });
  const form = () => {
    const ids = { changeId: randomUUID(), subject: randomUUID(), place: here.districtId };
    return {
      ...ids,
      topic: "newborn_care",
      date: "2026-11-02",
      scores: "40 75\n50 80",
      "people.midwife": "4",
    };
  };

  test("is recorded once, by the health office of the place only; everybody there reads it", async () => {
    const input = RecordTraining.parse(form());
    await recordTraining(at("health_office"), input);
    await recordTraining(at("health_office"), input);
    const { trainings } = await trainingsPage(at("governor_office"));
    expect(trainings).toMatchObject([
      {
        topic: "newborn_care",
        attendees: [{ role: "midwife", people: 4 }],
        scores: [{ pre: 40 }, { pre: 50 }],
      },
    ]);
    const [, , line] = trainingFileRows(trainings, "2026-11-22");
    expect(line?.slice(6, 11)).toEqual(["midwife 4", 2, 45, 77.5, 32.5]);
    const again = () => RecordTraining.parse(form());
    await expect(recordTraining(at("governor_office"), again())).rejects.toMatchObject({ code: "forbidden" });
    await expect(recordTraining(at("health_office", randomUUID()), again())).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await trainingsPage(at("governor_office", randomUUID()))).trainings).toEqual([]);
  });

  test.each([{ scores: "forty" }, { "people.midwife": "-1" }, { topic: "sorcery" }, { date: "soon" }])(
    "is refused with %j",
    (wrong) => {
      expect(RecordTraining.safeParse({ ...form(), ...wrong }).success).toBe(false);
    },
  );
});
