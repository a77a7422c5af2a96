import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./cluster";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer["urls"];
    testServerProblem: string;
  }
}

/**
 * One server for the whole run, shared with other runs in the same checkout; the last one stops it.
 * A failure is told by the tests that need the database; the others still run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide("testServer", server.urls);
  project.provide("testServerProblem", server.problem);
  return server.stop;
}
