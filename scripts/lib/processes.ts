import { existsSync, readFileSync } from "node:fs";

/** Identifies a process beyond its id, which the system hands out again. Linux only; elsewhere the id alone. */
export function startMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

export function isAlive(pid: number, mark = ""): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return mark === "" || startMark(pid) === mark;
}

/** Whether this id belongs to a PostgreSQL serving this very directory (and not to some newer process). */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, "utf8").split("\0").includes(dataDirectory);
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
