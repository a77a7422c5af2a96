import { describe, expect, it } from "vitest";
import { derivedId } from "@/lib/changes/derived-id";
import type { Group } from "@/lib/workshops/schema";
import { ballotId, comparisonId } from "./record-id";
import { dotsOf, meetingRanking, type VoteRecords, voteState } from "./votes";

const workshopId = "w";
const group = (id: string, more: Partial<Group> = {}) => ({
  id,
  fields: { workshopId, kind: "women" as const, ...more },
});
const ballot = (groupId: string, problemId: string, dots: number, device = "d1") => ({
  id: `${device}${groupId}${problemId}`,
  fields: { workshopId, groupId, problemId, device, dots },
});
const pair = (groupId: string, a: string, b: string, winner: string) => ({
  id: `${groupId}${a}${b}`,
  fields: { workshopId, groupId, problemA: a, problemB: b, winner },
});
const none: VoteRecords = {
  problems: ["A", "B", "C"],
  groups: [],
  ballots: [],
  comparisons: [],
  criteria: [],
  scores: [],
};

describe("derived ids", () => {
  it("are UUIDs that differ by what they are about, not by the order of the pair", async () => {
    expect(await derivedId("a", "b")).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(await comparisonId("g", "x", "y")).toBe(await comparisonId("g", "y", "x"));
    expect(await ballotId("d", "g", "x")).not.toBe(await ballotId("d", "gx", ""));
  });
});

describe("dots", () => {
  it("of two devices add up, of other groups do not", () => {
    const ballots = [
      ballot("w", "A", 2),
      ballot("w", "A", 3, "d2"),
      ballot("m", "A", 9),
      ballot("w", "B", 1),
    ];
    expect(dotsOf(ballots, "w")).toEqual({ A: 5, B: 1 });
  });

  it.each([
    [[], "todo"],
    [[ballot("w", "A", 0)], "todo"],
    [[ballot("w", "A", 5)], "doing"],
    [[ballot("w", "A", 5), ballot("w", "B", 1)], "done"],
    [[ballot("w", "A", 7)], "doing"],
  ])("%j is %s with six grains", (ballots, state) => {
    const records = { ...none, ballots };
    expect(voteState(group("w", { people: 2 }), records)).toBe(state);
  });
});

describe("pairs and matrix", () => {
  it("pairs are done when none is missing", () => {
    const women = group("w", { method: "pairwise" });
    const two = [pair("w", "A", "B", "A"), pair("w", "B", "C", "B")];
    expect(voteState(women, none)).toBe("todo");
    expect(voteState(women, { ...none, comparisons: two })).toBe("doing");
    expect(voteState(women, { ...none, comparisons: [...two, pair("w", "A", "C", "A")] })).toBe("done");
  });

  it("a matrix is done when every problem has every score", () => {
    const women = group("w", { method: "matrix" });
    const criteria = [{ id: "k", fields: { workshopId, label: "k", weight: 1 } }];
    const score = (problemId: string) => ({
      id: problemId,
      fields: { workshopId, groupId: "w", problemId, criterionId: "k", score: 3 },
    });
    expect(voteState(women, { ...none, criteria })).toBe("todo");
    expect(voteState(women, { ...none, criteria, scores: [score("A")] })).toBe("doing");
    expect(voteState(women, { ...none, criteria, scores: ["A", "B", "C"].map(score) })).toBe("done");
  });
});

describe("the meeting", () => {
  const opposed = {
    ...none,
    problems: ["A", "B"],
    groups: [group("w"), group("m", { kind: "men" }), group("all", { kind: "all", tieNote: "Asked again" })],
    ballots: [ballot("w", "A", 3), ballot("m", "B", 3)],
  };

  it("sees the tie, and is not counted as a silent group", () => {
    const ranking = meetingRanking(opposed, "all");
    expect(ranking.ties).toEqual([["A", "B"]]);
    expect(ranking.silentGroups).toEqual([]);
    expect(ranking.decided.map(({ decidedRank }) => decidedRank)).toEqual([1, 1]);
  });

  it("breaks it by comparing, and says why", () => {
    const ranking = meetingRanking({ ...opposed, comparisons: [pair("all", "A", "B", "B")] }, "all");
    expect(ranking.decided.map(({ problem, decidedRank, rank }) => [problem, rank, decidedRank])).toEqual([
      ["B", 1, 1],
      ["A", 1, 2],
    ]);
    expect(ranking.decided[0]?.decisionNote).toBe("Asked again");
  });

  it("has no ties before anybody has voted", () => {
    expect(meetingRanking({ ...opposed, ballots: [] }, "all")).toMatchObject({
      ties: [],
      groups: [],
      silentGroups: ["w", "m"],
    });
  });
});
