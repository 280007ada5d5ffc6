import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

/**
 * The application's only database connection pool, as the login role that by itself may read nothing.
 * Time limits are the server's, so that no statement outlives its request.
 */
export function createClient(connectionString: string, max = 10): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "xianxiang-renda",
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 8_000, timeout: 15_000 } });
}

const shared = globalThis as { prismaClient?: PrismaClient };

/** One client a process; development reloads modules, so it is kept on the global object. */
export function client(): PrismaClient {
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("DATABASE_URL is not set: start the server with npm start or npm run demo");
  return (shared.prismaClient ??= createClient(url));
}
