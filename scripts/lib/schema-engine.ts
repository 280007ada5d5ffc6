// Prisma's schema engine as WebAssembly: the native one would be downloaded from a host that closed
// networks cannot reach. It writes the ordinary _prisma_migrations table.
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Pool } from "pg";

// On the global object: the glue is one for the process, while a test runner may load this file twice.
const shared = globalThis as { schemaEngine?: WebAssembly.Instance };
let panic = "";

// Where the engine leaves the reason of a panic before it traps.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) },
});

function loadEngine(): void {
  if (shared.schemaEngine !== undefined) return;
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  // wasm-bindgen's own bootstrap, which the package leaves to a bundler.
  const { __wbg_set_wasm: setWasm } = glue as unknown as {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  setWasm(instance.exports);
  (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  shared.schemaEngine = instance;
}

type Query = (...args: unknown[]) => Promise<{ fields: { dataTypeID: number }[] }>;

const CHAR = 18;
const TEXT = 25;

/** The engine reads system columns of type "char", which the adapter refuses: they pass it as text. */
function knowChar(pool: Pool, adapter: SqlDriverAdapter): void {
  const query = pool.query.bind(pool) as unknown as Query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars: number[] = [];
  const patched: Query = async (...args) => {
    const result = await query(...args);
    const fields = Array.isArray(result) ? [] : result.fields;
    chars = fields.flatMap((field, index) => (field.dataTypeID === CHAR ? [index] : []));
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    return result;
  };
  Object.assign(pool, { query: patched });
  adapter.queryRaw = async (statement) => {
    const answer = await queryRaw(statement);
    for (const index of chars) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
}

export type EngineSession = {
  engine: glue.SchemaEngine;
  /** Runs SQL on the engine's own connection, e.g. BEGIN and COMMIT around a migration. */
  execute: (sql: string) => Promise<void>;
  /** The first error PostgreSQL gave; the engine's own message may be a later, lesser one. */
  firstError: () => unknown;
};

/** One engine on exactly one connection, so that a transaction opened by `execute` holds the engine's work. */
export async function withEngine<T>(url: string, work: (session: EngineSession) => Promise<T>): Promise<T> {
  loadEngine();
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => undefined);
  let first: unknown;
  const execute = async (sql: string): Promise<void> => {
    try {
      await pool.query(sql);
    } catch (error) {
      first ??= error;
      throw error;
    }
  };
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    // The adapter's own executeScript cuts the script at every semicolon, function bodies included.
    adapter.executeScript = execute;
    knowChar(pool, adapter);
    return adapter;
  };
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work({ engine, execute, firstError: () => first });
  } catch (error) {
    throw panic === "" ? error : new Error(panic, { cause: error });
  } finally {
    if (panic === "") engine.free();
    await pool.end();
  }
}
