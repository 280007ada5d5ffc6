import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { dirname } from "node:path";

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

function flushed(path: string, content: string, mode: number): void {
  const file = openSync(path, "wx", mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name itself reaches the disk with its folder. */
function flushFolder(path: string): void {
  const folder = openSync(dirname(path), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function written(path: string, content: string, mode: number, place: (aside: string) => void): void {
  const aside = `${path}.${randomUUID()}.new`;
  try {
    flushed(aside, content, mode);
    place(aside);
  } finally {
    rmSync(aside, { force: true });
  }
  flushFolder(path);
}

/**
 * Content and file appear together: written aside, flushed, renamed. A full disk or a kill on the way leaves the
 * file of before, never an empty one.
 */
export function writeWhole(path: string, content: string, mode = 0o600): void {
  written(path, content, mode, (aside) => renameSync(aside, path));
}

/** The same for a file that must not exist yet; false when it does. */
export function createWhole(path: string, content: string, mode = 0o600): boolean {
  try {
    written(path, content, mode, (aside) => linkSync(aside, path));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
