import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { isAlive, sleep, startMark } from "./processes";
import { SetupError } from "./setup-error";

const holderOf = (path: string): { pid: number; mark: string } | undefined => {
  try {
    const [pid, mark] = readFileSync(path, "utf8").split(" ");
    return { pid: Number(pid), mark: mark ?? "" };
  } catch {
    return undefined;
  }
};

const take = (path: string): boolean => {
  try {
    writeFileSync(path, `${process.pid} ${startMark(process.pid)}`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
};

/** One process at a time; the lock of a killed process is taken over. */
export async function withLock<T>(path: string, what: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 120_000;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder.pid, holder.mark)) rmSync(path, { force: true });
    else if (Date.now() > until)
      throw new SetupError(
        `另一个进程（${holder?.pid ?? "?"}）一直在${what}。请等它结束，或结束它后再运行一次。`,
      );
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
