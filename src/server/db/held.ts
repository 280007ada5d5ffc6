import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, QueryConfig, QueryResult } from "pg";

/** What a scope may ask of its connection, as long as it lasts. */
export type Lease = { query: (asked: QueryConfig) => Promise<QueryResult<object>> };

/** The connection whose transaction is ours, while the ORM is asked to begin one of its own. */
const shared = globalThis as { heldConnection?: AsyncLocalStorage<Lease> };
const held = (shared.heldConnection ??= new AsyncLocalStorage());

/** Runs `work`; a transaction that the ORM begins in it is the one that this connection is in already. */
export const holding = <Result>(lease: Lease, work: () => Result): Result => held.run(lease, work);

const marks = new Set(["BEGIN", "COMMIT", "ROLLBACK"]);
const nothing = { rows: [], fields: [], rowCount: 0 };

/** The connection as the ORM sees it: its statements go through, its marks of a transaction and its giving back do not. */
const lent = (lease: Lease) => ({
  query: (asked: QueryConfig) => (marks.has(asked.text) ? Promise.resolve(nothing) : lease.query(asked)),
  on: () => undefined,
  removeListener: () => undefined,
  release: () => undefined,
});

/** The pool as the ORM sees it: what it asks outside of a transaction of ours goes by the pool's own ways. */
export function poolForOrm(pool: Pool): Pool {
  const connect = () => {
    const lease = held.getStore();
    return lease === undefined ? pool.connect() : Promise.resolve(lent(lease));
  };
  const query = pool.query.bind(pool);
  const end = () => pool.end();
  return Object.assign(Object.create(pool) as Pool, { connect, query, end });
}
