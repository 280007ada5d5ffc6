import "server-only";
import { createHash } from "node:crypto";
import { type PoolClient, type QueryResult, TypeOverrides, types } from "pg";
import { client, pool } from "./client";
import { Prisma } from "./generated/client";
import { holding, type Lease } from "./held";
import { isSilence } from "./silence";
import { away, refusalOf, sqlStateOf } from "./sql-state";
import type { Tx } from "./tx";

const { builtins } = types;

/** Exact numbers have no JavaScript type: the ORM and the driver each choose another, so a statement casts them. */
const uncast = (): never => {
  throw new Error("cast bigint and numeric columns of a statement to int or float8");
};

/** The same JavaScript values that the ORM gives for the same columns. */
const asInOrm = new TypeOverrides();
asInOrm.setTypeParser(builtins.DATE, (day) => new Date(`${day}T00:00:00Z`));
asInOrm.setTypeParser(builtins.INT8, uncast);
asInOrm.setTypeParser(builtins.NUMERIC, uncast);

/** A time is sent as UTC text, so that it means the same as a day, a time and in whatever zone the server runs. */
const sent = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(sent) : value;
};

type Written = [TemplateStringsArray | Prisma.Sql, ...unknown[]];

const names = new Map<string, string>();

/** A name of a statement's own text: the connection knows it by that from the second time on. */
function nameOf(text: string): string {
  const name =
    names.get(text) ?? `often_${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** When the transaction began, and what was asked in the same message. */
export type Begun = { now: Date; found: readonly unknown[] };

/** What opening a scope answers; the driver answers several statements with several results. */
const begunIn = (answers: unknown): Begun => {
  const [, opened, asked] = answers as QueryResult<object>[];
  const [begun] = (opened?.rows ?? []) as { now: Date }[];
  if (begun === undefined) throw new Error("a scope did not begin");
  return { now: begun.now, found: asked?.rows ?? [] };
};

/**
 * The connection while the scope lasts. The scope opens with its first statement, in one message: each message to the
 * database costs as much processor time as a small statement. What somebody left running asks nothing afterwards:
 * another scope may hold the connection by then, and would answer with its own rows.
 */
function leaseOf(connection: PoolClient, opening: string) {
  let over = false;
  let opened: Promise<Begun> | undefined;
  const open = () => (opened ??= connection.query(`BEGIN; ${opening}`).then(begunIn));
  const query: Lease["query"] = async (asked) => {
    if (over) throw new Error("the scope of this statement has ended");
    const { stream } = connection.connection;
    // What is asked at the same time goes in the same message.
    stream.cork();
    process.nextTick(() => stream.uncork());
    const begun = open();
    const answer = connection.query<object>(asked);
    // Where the scope did not open its own error says why; the statement's says only that the transaction has failed.
    answer.catch(() => undefined);
    await begun;
    return answer;
  };
  /** Nobody may be told that something was saved which the server took back. */
  const close = async (how: "COMMIT" | "ROLLBACK"): Promise<void> => {
    if (opened === undefined) return;
    const { command } = await connection.query(how);
    if (command !== how) throw new Error("the transaction had failed before its end");
  };
  return { lease: { query }, open, close, end: () => void (over = true) };
}

function ask(lease: Lease, [written, ...values]: Written, often = false): Promise<QueryResult<object>> {
  const statement = written instanceof Prisma.Sql ? written : Prisma.sql(written, ...values);
  const { text } = statement;
  const named = often ? { name: nameOf(text) } : {};
  return lease.query({ ...named, text, values: statement.values.map(sent), types: asInOrm });
}

type Models = Omit<Tx, "$often">;

/** The ORM on a transaction that is ours: begun when a model is first asked for, because most requests need none. */
function ormOn(lease: Lease) {
  let begun: Promise<Models> | undefined;
  let finish: (() => void) | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  const begin = (): Promise<Models> =>
    (begun ??= new Promise<Models>((resolve, reject) => {
      const hold = (tx: Models) =>
        new Promise<void>((done) => {
          finish = done;
          resolve(tx);
        });
      ended = holding(lease, () => client().$transaction(hold)).catch(reject);
    }));
  type Model = Record<string, (...given: unknown[]) => Promise<unknown>>;
  const model = (name: string): Model =>
    new Proxy<Model>(
      {},
      {
        get:
          (_, method: string) =>
          async (...given: unknown[]) => {
            const tx = (await begin()) as unknown as Record<string, Model>;
            return tx[name]?.[method]?.(...given);
          },
      },
    );
  return {
    model,
    end: async (): Promise<void> => {
      begun ??= Promise.reject(new Error("the scope of this model has ended"));
      await begun.catch(() => undefined);
      finish?.();
      await ended;
    },
  };
}

/**
 * What a scope works with: statements go straight to the driver, models through the ORM, in one transaction. The ORM costs
 * more processor time than the statement it carries (docs/adr/0007); what needs no model does not pay for one.
 */
function txOn(lease: Lease): { tx: Tx; end: () => Promise<void> } {
  const orm = ormOn(lease);
  const models = new Map<string, unknown>();
  const raw = {
    $queryRaw: async (...written: Written) => (await ask(lease, written)).rows,
    $often: async (...written: Written) => (await ask(lease, written, true)).rows,
    $executeRaw: async (...written: Written) => (await ask(lease, written)).rowCount ?? 0,
  };
  const tx = new Proxy(raw, {
    get: (own, name: string) => {
      if (name in own) return own[name as keyof typeof own];
      // A promise is recognised by its `then`; a scope is none.
      if (name === "then") return undefined;
      const known = models.get(name) ?? orm.model(name);
      models.set(name, known);
      return known;
    },
  });
  return { tx: tx as unknown as Tx, end: orm.end };
}

async function connected(): Promise<PoolClient> {
  return pool()
    .connect()
    .catch((error: unknown) => {
      // What the driver says is put into words where it is known whether something was to be saved.
      throw refusalOf(error) === null ? away(false) : error;
    });
}

/** A call of one of our functions in the database, its texts as literals: sent with BEGIN in one message. */
export const literally = (connection: PoolClient, texts: readonly (string | null)[]): string =>
  texts.map((text) => (text === null ? "NULL" : connection.escapeLiteral(text))).join(", ");

/** SQLSTATE of a named statement whose tables were changed beneath it. */
const planOutdated = "0A000";

/**
 * One transaction.
 * @param begin the statement that opens the scope; it gives the time, `now`. One more may follow it. What fails rolls back
 * @param now the time the request goes by, where that is known already; then the opening waits for the first statement
 */
export async function inTransaction<Result>(
  begin: (connection: PoolClient) => string,
  work: (tx: Tx, begun: Begun) => Promise<Result>,
  now?: Date,
): Promise<Result> {
  const connection = await connected();
  const { lease, open, close, end } = leaseOf(connection, begin(connection));
  const { tx, end: leave } = txOn(lease);
  let broken: Error | undefined;
  try {
    const result = await work(tx, now === undefined ? await open() : { now, found: [] });
    await leave();
    end();
    await close("COMMIT");
    return result;
  } catch (error) {
    await leave().catch(() => undefined);
    end();
    // A connection that gave no answer would give none to the roll-back either; one whose plans are of another schema
    // would refuse the same statement for ever.
    if (isSilence(error) || sqlStateOf(error) === planOutdated) broken = error as Error;
    else
      await close("ROLLBACK").catch((failure: unknown) => {
        broken = failure as Error;
      });
    throw error;
  } finally {
    // A connection that cannot even roll back goes out of the pool: nobody may inherit its scope.
    connection.release(broken);
  }
}
