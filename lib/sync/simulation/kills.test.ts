import "fake-indexeddb/auto";
import { describe } from "vitest";
import { seededRuns } from "./seeds";

// Phones die while they save, send or receive; transactions of the server break.
describe("nothing lost, doubled or misplaced, and all end equal", () => {
  seededRuns(1_000_001, {
    share: 0.3,
    network: 0.4,
    kills: 1.5,
    tabs: 0.3,
    serverKills: 1,
    boundary: 0,
    restore: 0,
  });
});
