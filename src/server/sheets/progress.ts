import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

type Report = (done: number, total: number) => Promise<void>;

const current = new AsyncLocalStorage<Report>();

/** Runs a command whose progress somebody watches. The report goes out on a connection of its own. */
export function watched<Result>(report: Report, run: () => Promise<Result>): Promise<Result> {
  return current.run(report, run);
}

/** Said by a long command after each part; does nothing when nobody watches. */
export async function reportProgress(done: number, total: number): Promise<void> {
  await current.getStore()?.(done, total);
}
