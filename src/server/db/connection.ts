import "server-only";
import { Client, type ClientBase } from "pg";
import { isSilence } from "./sql-state";

/** How long the client itself waits: longer than the server's own limits, which end a statement tidily. */
export const patience = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
} as const;

/** SQLSTATE of a broken connection, so that whoever maps errors need not know the driver's sentences. */
const brokenConnection = { code: "08006", severity: "FATAL" };

type Ask = (...given: unknown[]) => unknown;

/**
 * A connection that cannot end the process and cannot be inherited broken. Its errors are heard, also while somebody
 * holds it; once an answer has not come in time it is cut, because whatever is asked next would wait behind it.
 */
export function watched<Connection extends ClientBase>(connection: Connection): Connection {
  connection.on("error", () => undefined);
  const ask = connection.query.bind(connection) as Ask;
  const askAndWatch: Ask = (...given) => {
    const answer = ask(...given);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      if (!isSilence(error)) throw error;
      if (connection instanceof Client) void connection.end().catch(() => undefined);
      throw Object.assign(error, brokenConnection);
    });
  };
  // The driver's own type is a list of overloads; all of them are passed on as they came.
  connection.query = askAndWatch as typeof connection.query;
  return connection;
}

/** A connection of its own beside the pool, for what may not wait for the pool or needs other limits. */
export async function connectApart(connectionString: string, queryTimeout?: number): Promise<Client> {
  const limits = { ...patience, query_timeout: queryTimeout ?? patience.query_timeout };
  const client = watched(new Client({ connectionString, ...limits, keepAlive: true }));
  await client.connect();
  return client;
}
