import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A half-hour zone that is not Lao: a forgotten time zone fails instead of passing on a UTC machine.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) },
      // As next.config.mjs has it: translators take parsed messages.
      { find: /^use-intl\/format-message$/, replacement: "use-intl/format-message/format-only" },
      {
        find: /^server-only$/,
        replacement: fileURLToPath(new URL("./db/testing/server-only.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["{lib,db,components,scripts,bench}/**/*.test.{ts,tsx}"],
    server: { deps: { inline: ["next-intl", "use-intl"] } },
    globalSetup: ["./db/testing/global-setup.ts"],
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
