import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { patience, watched } from "./connection";
import { PrismaClient } from "./generated/client";
import { poolForOrm } from "./held";

/** The ORM as this product uses it: its types know which columns leave only where they are named. */
export type Database = ReturnType<typeof createClient>;

const shared = globalThis as { databasePool?: Pool; prismaClient?: Database };

/**
 * The application's only database connections, as the login role that by itself may read nothing.
 * The server's time limits end a statement that takes too long; the client's end the wait for a server that is gone.
 */
function createPool(): Pool {
  const connectionString = process.env["DATABASE_URL"];
  if (!connectionString)
    throw new Error("DATABASE_URL is not set: start the server with npm start or npm run demo");
  const pool = new Pool({
    connectionString,
    max: 10,
    keepAlive: true,
    // A scope opens and asks its first statement in one message.
    pipeline: true,
    ...patience,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    // Not every server's default is the one the commands are written for.
    options: "-c default_transaction_isolation=read\\ committed",
    application_name: "xianxiang-renda",
  });
  // A connection that dies while idle is replaced at the next use; unheard, its error would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", watched);
  return pool;
}

/** One pool a process; development reloads modules, so it is kept on the global object. */
export function pool(): Pool {
  return (shared.databasePool ??= createPool());
}

/** Whether the database answers the application's role within `within` milliseconds. */
export async function databaseAnswers(within: number): Promise<boolean> {
  let clock: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    clock = setTimeout(() => resolve(false), within);
  });
  const answer = pool()
    .query({ text: "SELECT 1" })
    .then(() => true)
    .catch(() => false);
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(clock));
}

const authors = { enteredBy: true, editedBy: true, voidedBy: true } as const;

/** Columns that leave only where a statement names them: no whole row carries them along. */
const neverInPassing = {
  account: { passwordHash: true },
  accountSession: { tokenHash: true },
  activity: authors,
  attachment: { uploadedBy: true },
  calendarFeed: { tokenHash: true },
  deputy: { ...authors, phone: true },
  deputyGroup: authors,
  finding: authors,
  handlingUnit: authors,
  mandate: authors,
  presidiumMeeting: authors,
  presidiumMember: authors,
  seatQuota: authors,
  session: authors,
  suggestion: authors,
  term: authors,
} as const;

function createClient() {
  return new PrismaClient({
    adapter: new PrismaPg(poolForOrm(pool()), { disposeExternalPool: true }),
    omit: neverInPassing,
    // Each statement has its own limit; a whole roster is many of them.
    transactionOptions: { maxWait: 8_000, timeout: 60_000 },
  });
}

export function client(): Database {
  return (shared.prismaClient ??= createClient());
}
