import "server-only";
import { escapeLiteral, type PoolClient, TypeOverrides, types } from "pg";
import { AppError } from "@/lib/errors";
import { pool } from "./client";
import { isSilence } from "./silence";
import { Prisma } from "./generated/client";

/** Runs statements that give rows; a Prisma transaction is one too, so a function that takes it runs in both. */
export type Rows = { $queryRaw<Result>(text: TemplateStringsArray, ...values: unknown[]): Promise<Result> };

const { builtins } = types;

/** Exact numbers have no JavaScript type: the ORM and the driver each choose another, so a statement casts them. */
const uncast = (): never => {
  throw new Error("cast bigint and numeric columns of a listed statement to int or float8");
};

/** The same JavaScript values that the ORM gives for the same columns. */
const asInOrm = new TypeOverrides();
asInOrm.setTypeParser(builtins.DATE, (day) => new Date(`${day}T00:00:00Z`));
asInOrm.setTypeParser(builtins.INT8, uncast);
asInOrm.setTypeParser(builtins.NUMERIC, uncast);

const rowsOn = (connection: PoolClient): Rows => ({
  async $queryRaw<Result>(text: TemplateStringsArray, ...values: unknown[]): Promise<Result> {
    const statement = Prisma.sql(text, ...values);
    const given: unknown[] = statement.values;
    if (given.some((value) => value instanceof Date)) throw new Error("give a day or a time as text");
    const { rows } = await connection.query({ text: statement.text, values: given, types: asInOrm });
    return rows as Result;
  },
});

async function connected(): Promise<PoolClient> {
  return pool()
    .connect()
    .catch(() => {
      throw new AppError("UNAVAILABLE", "服务器正忙或正在重启，没有办成。请稍后再试。");
    });
}

type Beginning = { role: string; countyId: string; townshipId: string | null };

/** Two statements in one message take no parameters: the values stand in it as the driver quotes them. */
const beginning = ({ role, countyId, townshipId }: Beginning): string => {
  const tenant = [role, countyId, townshipId].map((value) =>
    value === null ? "NULL" : escapeLiteral(value),
  );
  return `SELECT app.begin_scope(${tenant.join(", ")}, true)`;
};

/**
 * One read-only transaction straight through the driver. The ORM's own costs more processor time than the statement
 * it carries (docs/adr/0007), and lists are asked for all day.
 * @param scope the role and tenant it begins with, sent together with its beginning: one way to the server for both
 */
export async function readThrough<Result>(
  scope: Beginning,
  work: (rows: Rows) => Promise<Result>,
): Promise<Result> {
  const connection = await connected();
  let broken: Error | undefined;
  try {
    await connection.query(`BEGIN; ${beginning(scope)}`);
    const result = await work(rowsOn(connection));
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that gave no answer would give none to the roll-back either.
    if (isSilence(error)) broken = error;
    else
      await connection.query("ROLLBACK").catch((failure: unknown) => {
        broken = failure as Error;
      });
    throw error;
  } finally {
    // A connection that cannot even roll back goes out of the pool: nobody may inherit its scope.
    connection.release(broken);
  }
}
