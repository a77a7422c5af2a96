import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { firstWords } from "./field-words";
import * as later from "./later/en";
import * as laterLao from "./later/lo";

/** What every client component has, see components/shell/client-messages.tsx. */
const everywhere = ["common", "errors", "shell", "status"];
const screens = "components/field/field-app.tsx";

type Modules = { first: string[]; all: string[] };
let modules: Modules;

/** The application's files that the field loads at once, and all that it ever loads. */
async function modulesOfField(): Promise<Modules> {
  const { metafile } = await build({
    entryPoints: [screens],
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: ".test/words",
    write: false,
    metafile: true,
    packages: "external",
    jsx: "automatic",
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  const entry = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === screens);
  const atOnce = new Set<string>();
  const waiting = entry ? [entry] : [];
  for (const path of waiting) {
    atOnce.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === "import-statement" && metafile.outputs[next] && !atOnce.has(next)) waiting.push(next);
  }
  const used = (path: string) =>
    Object.entries(metafile.outputs[path]?.inputs ?? {}).flatMap(([input, { bytesInOutput }]) =>
      bytesInOutput > 0 && /\.tsx?$/.test(input) ? [input] : [],
    );
  return { first: [...atOnce].flatMap(used), all: Object.keys(metafile.outputs).flatMap(used) };
}

const english: Record<string, unknown> = {};
for (const name of readdirSync("lib/i18n/messages/en"))
  english[name.replace(".json", "")] = JSON.parse(readFileSync(`lib/i18n/messages/en/${name}`, "utf8"));
const exists = (path: string) =>
  path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], english) !== undefined;

/** Every path of words that a file may ask for: each of its namespaces joined to each literal key that fits there. */
function asked(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const namespaces = [...text.matchAll(/useTranslations\((?:"([\w.]+)")?\)/g)].map(([, name]) => name ?? "");
  const keys = [...text.matchAll(/\b[\w.]*[tT]?\w*\(\s*["`]([a-z]\w*(?:\.\w+)*)/g)].map(
    ([, key]) => key ?? "",
  );
  return namespaces.flatMap((name) => keys.map((key) => (name ? `${name}.${key}` : key))).filter(exists);
}

const within = (path: string, given: readonly string[]) =>
  given.some((known) => path === known || path.startsWith(`${known}.`));

beforeAll(async () => {
  modules = await modulesOfField();
});

test("what stands at once finds its words in the document", () => {
  const given = [...everywhere, ...firstWords];
  const words = modules.first.flatMap((path) => asked(path).map((one) => [path, one] as const));
  expect(words.filter(([, one]) => !within(one, given))).toEqual([]);
  expect(words.length).toBeGreaterThan(50);
});

test("every domain that a field screen speaks is in the document or comes with the screens", () => {
  const given = [...everywhere, ...firstWords, ...Object.keys(later)];
  const spoken = modules.all.flatMap((path) => [
    ...readFileSync(path, "utf8").matchAll(/useTranslations\("(\w+)/g),
  ]);
  const domains = [...new Set(spoken.map(([, domain]) => domain ?? ""))];
  expect(domains.filter((domain) => !given.some((path) => path.split(".")[0] === domain))).toEqual([]);
  expect(domains.length).toBeGreaterThan(10);
});

test("both languages bring the same", () => {
  expect(Object.keys(laterLao)).toEqual(Object.keys(later));
});
