/** What Playwright's JSON report holds of a test: a suite per file and describe block, a result per try. */
export type BrowserReport = { suites: BrowserSuite[] };
type BrowserSuite = { specs: BrowserSpec[]; suites?: BrowserSuite[] };
type BrowserSpec = { title: string; file: string; line: number; tests: BrowserTest[] };
type BrowserTest = { status: string; results: BrowserTry[] };
type BrowserTry = { status: string; error?: { message?: string }; stderr?: { text?: string }[] };

export type UnitReport = { testResults: UnitFile[] };
type UnitFile = { name: string; message: string; status: string; assertionResults: UnitTest[] };
type UnitTest = { status: string; fullName: string; failureMessages: string[] };

export type Told = Readonly<{ failed: readonly string[]; unsteady: readonly string[] }>;

const lines = 14;
/** Colours of a terminal, as the report keeps them. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
const short = (message: string) => message.replace(colours, "").split("\n").slice(0, lines).join("\n    ");

/** Where and why, of each journey that failed, and of each that passed only when it was tried again. */
export function toldOfBrowser({ suites }: BrowserReport): Told {
  const told = { failed: [] as string[], unsteady: [] as string[] };
  const specs = suites.flatMap(specsOf);
  for (const { title, file, line, tests } of specs) {
    for (const { status, results } of tests) {
      if (status !== "unexpected" && status !== "flaky") continue;
      const errors = results.flatMap(({ error, stderr = [] }) =>
        error?.message
          ? [[error.message, ...stderr.map(({ text = "" }) => text)].map(short).join("\n    ")]
          : [],
      );
      const entry = `${file}:${line} ${title}\n    ${errors.join("\n    then: ")}`;
      told[status === "flaky" ? "unsteady" : "failed"].push(entry);
    }
  }
  return told;
}

const specsOf = (suite: BrowserSuite): BrowserSpec[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** Where and why, of each unit test that failed and each file that could not be loaded. */
export function toldOfUnits({ testResults }: UnitReport): Told {
  const failed = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed");
    if (tests.length === 0) return status === "failed" ? [`${name}\n    ${short(message)}`] : [];
    return tests.map((test) => `${name} ${test.fullName}\n    ${short(test.failureMessages[0] ?? "")}`);
  });
  return { failed, unsteady: [] };
}
