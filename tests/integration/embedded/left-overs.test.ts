import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { startEmbeddedPostgres } from "../../../scripts/lib/embedded-postgres";
import { placeOf } from "../../../scripts/lib/postgres-place";
import { isAlive } from "../../../scripts/lib/processes";
import { readSecret, secret } from "../../../scripts/lib/secrets";

const dataDir = resolve(".data/test-left-overs");
const options = { dataDir, log: () => undefined, settings: ["max_connections=10"], disposable: true };

it("whatever a full disk or a kill left empty, the database starts again at once, and is stopped by who started it [S83][S84]", async () => {
  await (await startEmbeddedPostgres(options)).stop();
  const place = placeOf(dataDir, true);
  for (const content of ["", "0", "rubbish\n", "-1 1"]) {
    for (const file of [join(dataDir, "postgres.lock"), join(dataDir, "postgres.owner"), join(place, "port")])
      writeFileSync(file, content);
    writeFileSync(join(place, "data/postmaster.pid"), content);
    const started = performance.now();
    const { stop } = await startEmbeddedPostgres(options);
    expect(performance.now() - started, JSON.stringify(content)).toBeLessThan(15_000);
    await stop();
    expect(existsSync(join(place, "data/postmaster.pid")), JSON.stringify(content)).toBe(false);
    expect(existsSync(join(dataDir, "postgres.lock"))).toBe(false);
  }
});

it("an empty secret is none: it is made anew, never used as a password", () => {
  secret(dataDir, "trial");
  writeFileSync(join(dataDir, "secrets/trial"), "");
  expect(readSecret(dataDir, "trial")).toBeUndefined();
  expect(secret(dataDir, "trial")).toMatch(/^[\w-]{43}$/);
});

it("no process is taken for alive by a number that names a group", () => {
  for (const pid of [0, -1, NaN, 1.5, Infinity]) expect(isAlive(pid)).toBe(false);
});
