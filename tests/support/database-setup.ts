import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { inDatabase } from "../../scripts/lib/database-url";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { setUpDatabase, ensureDatabase } from "../../scripts/lib/prepare-database";
import { dropDatabase, loginRoleOf } from "../../scripts/lib/roles";

declare module "vitest" {
  // Vitest lets a provided value be typed by merging into this interface only.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    /** The scratch database as the application's login role. */
    appUrl: string;
    /** The same database as its administrator, for looking behind the policies. */
    adminUrl: string;
  }
}

const DATA_DIR = resolve(".data/test");
// The cluster holds nothing worth a disk flush.
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

type Shared = { count: number; server: Promise<EmbeddedPostgres> };
const shared = globalThis as { testPostgres?: Shared };

/** Both projects of one run share the server; the last one to finish stops it. */
function serverOfThisRun(): Shared {
  shared.testPostgres ??= {
    count: 0,
    server: startEmbeddedPostgres({
      dataDir: DATA_DIR,
      log: () => undefined,
      settings: FAST,
      disposable: true,
    }),
  };
  shared.testPostgres.count += 1;
  return shared.testPostgres;
}

async function drop(serverUrl: string, database: string): Promise<void> {
  await dropDatabase(serverUrl, database).finally(() =>
    rmSync(join(DATA_DIR, "secrets", loginRoleOf(database)), { force: true }),
  );
}

/** A database of its own for this run, made by the very migrations that production runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["DATABASE_URL"];
  const own = given === undefined || given === "" ? serverOfThisRun() : undefined;
  const serverUrl = own === undefined ? inDatabase(given ?? "", "postgres") : (await own.server).adminUrl;
  const database = `renda_test_${randomBytes(6).toString("hex")}`;
  const adminUrl = inDatabase(serverUrl, database);
  await ensureDatabase(adminUrl);
  const appUrl = await setUpDatabase(adminUrl, DATA_DIR, () => undefined);
  project.provide("appUrl", appUrl);
  project.provide("adminUrl", adminUrl);
  return async () => {
    await drop(serverUrl, database);
    if (own !== undefined && (own.count -= 1) === 0) {
      delete shared.testPostgres;
      await (await own.server).stop();
    }
  };
}
