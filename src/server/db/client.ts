import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "./generated/client";

const shared = globalThis as { databasePool?: Pool; prismaClient?: PrismaClient };

/**
 * The application's only database connections, as the login role that by itself may read nothing.
 * Time limits are the server's, so that no statement outlives its request.
 */
function createPool(): Pool {
  const connectionString = process.env["DATABASE_URL"];
  if (!connectionString)
    throw new Error("DATABASE_URL is not set: start the server with npm start or npm run demo");
  const pool = new Pool({
    connectionString,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "xianxiang-renda",
  });
  // A connection that dies while idle is replaced at the next use; unheard, its error would end the process.
  pool.on("error", () => undefined);
  return pool;
}

/** One pool a process; development reloads modules, so it is kept on the global object. */
export function pool(): Pool {
  return (shared.databasePool ??= createPool());
}

export function client(): PrismaClient {
  return (shared.prismaClient ??= new PrismaClient({
    adapter: new PrismaPg(pool(), { disposeExternalPool: true }),
    // Each statement has its own limit; a whole roster is many of them.
    transactionOptions: { maxWait: 8_000, timeout: 60_000 },
  }));
}
