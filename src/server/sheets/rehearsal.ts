import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { AppError } from "@/lib/errors";

const rehearsing = new AsyncLocalStorage<true>();

/** Runs a command as it would be, up to where it would be kept: nothing of it stays. Ends in a refusal, whatever comes of it. */
export const rehearsed = <Result>(run: () => Promise<Result>): Promise<Result> => rehearsing.run(true, run);

/** Called when a command has done all it does. @throws so that its transaction is given up, while it is only rehearsed */
export function endRehearsal(): void {
  if (rehearsing.getStore() === true) throw new AppError("BAD_REQUEST", "只核对，没有写入。");
}
