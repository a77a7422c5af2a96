import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { plant } from "./planted";
import { arrange, signedInPages, team } from "./signed-in-pages";

// Two or three set-based statements a page, however much there is to show (architecture §5): each signed-in page is opened by
// somebody for whom it is full, and the statements it asked of the database are counted from the server's own list of them.
const log = ".test/statements.log";
const most = 3;

/** Who is asking and with which scope; the transaction's own words. */
const notData =
  /^(begin|commit|rollback|savepoint|release)|set_config\(|\bauth_\w+\(|sign_in_throttle|pg_catalog/i;

const statements = () => (existsSync(log) ? readFileSync(log, "utf8").split("\n").filter(Boolean) : []);

/** Whether what is kept still holds (docs/decisions/0051); it reads no record. */
const proof = /\btouched_since\(/;

test("every signed-in page is in the table", () => {
  const files = globSync("app/**/page.tsx").filter((file) => file.includes("(work)/"));
  expect(Object.keys(signedInPages).sort()).toEqual(
    files.map((file) => file.replace(/^.*\(work\)\//, "")).sort(),
  );
});

test("no page asks the database more than three times", async ({ owner, pageAs }) => {
  test.setTimeout(180_000);
  const known = await arrange(owner, await plant(owner, (await pageAs(team)).request));
  const tooMany: string[] = [];
  for (const [file, [who, address]] of Object.entries(signedInPages)) {
    const { request } = await pageAs(who);
    const before = statements().length;
    const answer = await request.get(address(known));
    expect(answer.status(), `${who} ${address(known)}`).toBe(200);
    const told = statements()
      .slice(before)
      .map((line) => String(JSON.parse(line)).trim())
      .filter((statement) => !notData.test(statement));
    const asked = told.filter((statement) => !proof.test(statement));
    expect(told.length, `${file} reads something`).toBeGreaterThan(file.endsWith("new/page.tsx") ? -1 : 0);
    if (asked.length > most)
      tooMany.push(`${file}: ${asked.length}\n${asked.map((one) => `  ${one.slice(0, 90)}`).join("\n")}`);
  }
  expect(tooMany.join("\n")).toBe("");
});
