import type { Database } from "./client";

export type Tx = Omit<Database, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends" | "$use"> &
  Pick<Rows, "$often">;

/** Who acts, as the session row says at this request. */
export type Actor = {
  accountId: string;
  name: string;
  role: string;
  ip: string | null;
  requestId: string | null;
};

type Ask = <Result>(text: TemplateStringsArray, ...values: unknown[]) => Promise<Result>;

/** Runs statements that give rows, and nothing else. */
export type Rows = {
  $queryRaw: Ask;
  /**
   * The same for a statement that is asked all day in few texts, and whose best plan is one for all values: the server
   * reads and plans it once a connection. Nothing with a pattern or a word in it: its plan depends on which.
   */
  $often: Ask;
};
