import type { Database } from "./client";

export type Tx = Omit<Database, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use">;

/** Who acts, as the session row says at this request. */
export type Actor = {
  accountId: string;
  name: string;
  role: string;
  ip: string | null;
  requestId: string | null;
};

/** Runs statements that give rows, and nothing else. */
export type Rows = { $queryRaw<Result>(text: TemplateStringsArray, ...values: unknown[]): Promise<Result> };
