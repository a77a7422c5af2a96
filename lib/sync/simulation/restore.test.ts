import "fake-indexeddb/auto";
import { describe } from "vitest";
import { seededRuns } from "./seeds";

// Yesterday’s backup is put back in the middle of the work.
describe("nothing lost, doubled or misplaced, and all end equal", () => {
  seededRuns(3_000_001, {
    share: 0.2,
    network: 0.5,
    kills: 0.3,
    tabs: 0.2,
    serverKills: 0.2,
    boundary: 0.3,
    restore: 0.5,
  });
});
