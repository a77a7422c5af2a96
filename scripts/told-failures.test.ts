import { expect, test } from "vitest";
import { toldOfBrowser, toldOfUnits } from "./told-failures";

const spec = (title: string, status: string, ...messages: string[]) => ({
  title,
  file: "e2e/a.spec.ts",
  line: 7,
  tests: [{ status, results: messages.map((message) => ({ status: "failed", error: { message } })) }],
});

test("a journey that failed is told with its place and its errors; one that passed at the second try apart", () => {
  const colour = String.fromCharCode(27);
  const report = {
    suites: [
      {
        specs: [spec("passes", "expected")],
        suites: [
          {
            specs: [
              spec("fails", "unexpected", `${colour}[31mnot found${colour}[39m`, "not found again"),
              spec("came late", "flaky", "too late"),
            ],
          },
        ],
      },
    ],
  };
  expect(toldOfBrowser(report)).toEqual({
    failed: ["e2e/a.spec.ts:7 fails\n    not found\n    then: not found again"],
    unsteady: ["e2e/a.spec.ts:7 came late\n    too late"],
  });
});

test("what broke in the page is told with the failure", () => {
  const broken = spec("fails", "unexpected", "not visible");
  Object.assign(broken.tests[0]?.results[0] ?? {}, { stderr: [{ text: "page error: no such chunk\n" }] });
  expect(toldOfBrowser({ suites: [{ specs: [broken] }] }).failed[0]).toContain("page error: no such chunk");
});

test("a unit test that failed and a file that could not be loaded are told", () => {
  const report = {
    testResults: [
      {
        name: "lib/a.test.ts",
        message: "",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "adds", failureMessages: [] },
          { status: "failed", fullName: "divides", failureMessages: ["expected 1 to be 2"] },
        ],
      },
      { name: "lib/b.test.ts", message: "no such module", status: "failed", assertionResults: [] },
    ],
  };
  expect(toldOfUnits(report).failed).toEqual([
    "lib/a.test.ts divides\n    expected 1 to be 2",
    "lib/b.test.ts\n    no such module",
  ]);
});
