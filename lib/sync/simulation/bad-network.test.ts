import "fake-indexeddb/auto";
import { describe } from "vitest";
import { seededRuns } from "./seeds";

// What a bad line does: requests and answers lost, delayed, repeated, late; two tabs at once.
describe("nothing lost, doubled or misplaced, and all end equal", () => {
  seededRuns(1, { share: 0.3, network: 1, kills: 0.3, tabs: 1, serverKills: 0, boundary: 0, restore: 0 });
});
