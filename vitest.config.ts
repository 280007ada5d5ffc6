import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  // Next resolves this marker itself; outside Next it would throw.
  "server-only": fileURLToPath(new URL("./tests/support/empty.ts", import.meta.url)),
};

const project = (name: string, options: object = {}) => ({
  resolve: { alias },
  // A test that asserted nothing has not run.
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    expect: { requireAssertions: true },
    ...options,
  },
});

/** Data tests share one PostgreSQL; every file makes counties of its own, so files may run side by side. */
const onDatabase = {
  globalSetup: "tests/support/database-setup.ts",
  testTimeout: 60_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  sequence: { groupOrder: 1 },
};

/**
 * A file takes over what the file before it has loaded: loading the server anew costs each of them two seconds. What
 * they share so is what one process of the real server shares; whoever changes it needs a process `apart`.
 */
const together = { ...onDatabase, isolate: false };
/** These stand modules of their own in for others', another database behind the process, or listen to the driver. */
export const apart = [
  "tests/integration/cycles/files.test.ts",
  "tests/integration/files/attachments.test.ts",
  "tests/integration/files/edition-files.test.ts",
  "tests/integration/files/notice-files.test.ts",
  "tests/integration/outages/database.test.ts",
  "tests/integration/records/everywhere.test.ts",
  "tests/isolation/statements.test.ts",
  "tests/isolation/turns.test.ts",
  "tests/isolation/unannounced.test.ts",
];

/** When nothing else runs: how much they ask would leave little to others. */
const asking = { ...onDatabase, testTimeout: 120_000, sequence: { groupOrder: 3 } };

/** One after another and when nothing else runs: what they measure is theirs alone. */
const alone = { ...asking, maxWorkers: 1, sequence: { groupOrder: 4 } };

/**
 * Run by scripts/e2e.ts, which prepares their world; one after another, as they share a web server. To wait for what a
 * page must show is an assertion there: it fails when the page does not.
 */
const inBrowser = {
  expect: { requireAssertions: false },
  testTimeout: 120_000,
  hookTimeout: 60_000,
  maxWorkers: 1,
  maxConcurrency: 2,
  sequence: { groupOrder: 2 },
};

export default defineConfig({
  test: {
    projects: [
      project("unit", { isolate: false, testTimeout: 60_000 }),
      project("architecture", { isolate: false, testTimeout: 60_000 }),
      project("apart", { ...onDatabase, include: apart }),
      project("integration", { ...together, exclude: apart }),
      project("isolation", { ...together, exclude: apart }),
      project("fuzz", asking),
      project("load", alone),
      project("e2e", inBrowser),
    ],
  },
});
