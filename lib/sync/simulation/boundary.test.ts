import "fake-indexeddb/auto";
import { describe } from "vitest";
import { seededRuns } from "./seeds";

// By decree a village or a whole district comes to another district while phones are offline.
describe("nothing lost, doubled or misplaced, and all end equal", () => {
  seededRuns(2_000_001, {
    share: 0.2,
    network: 0.5,
    kills: 0.3,
    tabs: 0.2,
    serverKills: 0.2,
    boundary: 1,
    restore: 0,
  });
});
