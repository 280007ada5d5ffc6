import { linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { livingProcess, ownStamp, sleep } from "./processes";
import { SetupError } from "./setup-error";
import { createWhole } from "./whole-file";

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Moves a dead holder's lock away; one that a third process took in the meantime is put back. */
function clear(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    if (contentOf(aside) !== dead) linkSync(aside, path);
  } catch {
    // Somebody else cleared it first.
  }
  rmSync(aside, { force: true });
}

/**
 * One process at a time; the lock of a process that is gone is taken over at once, and so is a file that names no
 * process at all, such as an empty one left by a full disk.
 */
export async function withLock<T>(path: string, what: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + 120_000;
  while (!createWhole(path, ownStamp())) {
    const found = contentOf(path);
    const holder = found === undefined ? undefined : livingProcess(found);
    if (found !== undefined && holder === undefined) clear(path, found);
    else if (Date.now() > until)
      throw new SetupError(`另一个进程（${holder ?? "?"}）一直在${what}。请等它结束，或结束它后再运行一次。`);
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
