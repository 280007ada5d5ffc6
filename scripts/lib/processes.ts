import { existsSync, readFileSync } from "node:fs";

/** Identifies a process beyond its id, which the system hands out again. Linux only; elsewhere the id alone. */
function startMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

export function isAlive(pid: number): boolean {
  // 0 and negative ids are whole groups to the system, and a group is always alive.
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What a file says of the process that wrote it. */
export const ownStamp = (): string => `${process.pid} ${startMark(process.pid)}`;

/** The process that a file's stamp names, while that very process lives; nothing for any other text. */
export function livingProcess(stamp: string): number | undefined {
  const [, id, mark] = /^(\d{1,10}) (\d*)$/.exec(stamp.trimEnd()) ?? [];
  const pid = Number(id ?? 0);
  return isAlive(pid) && startMark(pid) === mark ? pid : undefined;
}

/** Whether this id belongs to a PostgreSQL serving this very directory (and not to some newer process). */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").split("\0").includes(dataDirectory);
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
