import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installProblem, isInstalled, nodeProblem } from "./packages.mjs";

describe("the oldest Node", () => {
  it.each([
    ["20.9.0", true],
    ["20.20.2", true],
    ["24.21.0", true],
    ["20.8.1", false],
    ["18.20.0", false],
  ])("%s is enough: %s", (version, enough) => {
    expect(nodeProblem(version) === null).toBe(enough);
  });
});

describe("packages", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "connect-packages-"));
    write("package-lock.json", {
      packages: { "": {}, a: { version: "1.0.0" }, b: { version: "2.0.0", optional: true } },
    });
    write("node_modules/node/bin/node", "");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), JSON.stringify(content));
  };
  const installed = (packages: object) => write("node_modules/.package-lock.json", { packages });

  it("are there when the hidden lock file names the wanted versions; those of other systems may be missing", () => {
    expect(isInstalled(root)).toBe(false);
    installed({ a: { version: "1.0.0" } });
    expect(isInstalled(root)).toBe(true);
  });

  it("are out of date with another version, and unusable without the pinned Node", () => {
    installed({ a: { version: "1.0.1" } });
    expect(isInstalled(root)).toBe(false);
    installed({ a: { version: "1.0.0" } });
    rmSync(join(root, "node_modules/node"), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it.each([
    ["npm error code ENOSPC\nnpm error nospc no space left on device", "The disk is full"],
    ["npm error code EACCES\nnpm error syscall mkdir", "This folder cannot be written"],
    ["npm error code ENOTFOUND\nnpm error network request failed", "The package registry cannot be reached"],
    [
      "npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install",
      "The packages could not be installed: `npm ci`",
    ],
  ])("tell why they cannot be installed: %s", (output, sentence) => {
    expect(installProblem(output)).toContain(sentence);
  });
});
