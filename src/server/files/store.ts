import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { readEnvironment } from "@/lib/env";
import { AppError, notFound } from "@/lib/errors";

/** Where one file lies. All three are ids made by the server; no part of a path comes from a person. */
export type Place = { countyId: string; townshipId: string; id: string };

/** The county's own files lie beside its townships', in a folder that is called after the county itself. */
export const placeOfCounty = (countyId: string, id: string): Place => ({
  countyId,
  townshipId: countyId,
  id,
});

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const partEnding = ".part";

export function filesRoot(): string {
  const result = readEnvironment({ DATA_DIR: process.env["DATA_DIR"] });
  if (!result.ok) throw new Error(result.problems.join(" "));
  return join(/* turbopackIgnore: true */ result.env.dataDir, "files");
}

function pathOf({ countyId, townshipId, id }: Place): { folder: string; path: string } {
  if (![countyId, townshipId, id].every((part) => uuidPattern.test(part))) throw notFound();
  const folder = join(/* turbopackIgnore: true */ filesRoot(), countyId, townshipId);
  return { folder, path: join(/* turbopackIgnore: true */ folder, id) };
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";

function refusalOfDisk(error: unknown): unknown {
  if (["ENOSPC", "EDQUOT"].includes(codeOf(error))) {
    return new AppError("UNAVAILABLE", "服务器磁盘已满，附件没有保存。请联系管理员清理磁盘后再传。");
  }
  if (["EROFS", "EACCES", "EIO", "ENOTDIR", "EEXIST"].includes(codeOf(error))) {
    return new AppError("UNAVAILABLE", "服务器的附件目录现在不能写入，附件没有保存。请联系管理员。");
  }
  return error;
}

async function flushed(path: string, flags: string, bytes?: Uint8Array): Promise<void> {
  const handle = await open(path, flags, 0o600);
  try {
    if (bytes) await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file so that it is either there whole or not at all: beside its place, flushed to disk, then renamed. The
 * row that makes it reachable is committed only afterwards, so an acknowledged file survives a crash [S79].
 */
export async function storeFile(place: Place, bytes: Uint8Array): Promise<void> {
  const { folder, path } = pathOf(place);
  const part = `${path}${partEnding}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flushed(part, "wx", bytes);
    await rename(part, path);
    await flushed(folder, "r");
  } catch (error) {
    // A disk that cannot be written may not let go of a file either; the first failure is the one to tell.
    await rm(part, { force: true }).catch(() => undefined);
    throw refusalOfDisk(error);
  }
}

export async function forgetFile(place: Place): Promise<void> {
  await rm(pathOf(place).path, { force: true });
}

/** @throws UNAVAILABLE when the row is there but its file is not, which only a damaged disk or restore can bring about */
export async function openFile(place: Place): Promise<{ size: number; stream: ReadableStream }> {
  const { path } = pathOf(place);
  const facts = await stat(path).catch(() => null);
  if (facts === null) {
    throw new AppError("UNAVAILABLE", "附件的登记还在，但文件读不出来。请告诉管理员从备份中恢复。");
  }
  return { size: facts.size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream };
}

export type Stored = Place & { path: string; part: boolean; modifiedAt: Date };

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && uuidPattern.test(entry.name))
    .map(({ name }) => name);
}

/** Every township's folder that holds files. */
export async function storedTownships(): Promise<Omit<Place, "id">[]> {
  const found: Omit<Place, "id">[] = [];
  for (const countyId of await foldersIn(filesRoot())) {
    const inCounty = await foldersIn(join(/* turbopackIgnore: true */ filesRoot(), countyId));
    found.push(...inCounty.map((townshipId) => ({ countyId, townshipId })));
  }
  return found;
}

/** What lies in one township's folder, unfinished files too. */
export async function storedFiles({ countyId, townshipId }: Omit<Place, "id">): Promise<Stored[]> {
  const folder = join(/* turbopackIgnore: true */ filesRoot(), countyId, townshipId);
  const files: Stored[] = [];
  for (const name of await readdir(folder)) {
    const part = name.endsWith(partEnding);
    const id = part ? name.slice(0, -partEnding.length) : name;
    const path = join(/* turbopackIgnore: true */ folder, name);
    const facts = await stat(path).catch(() => null);
    if (facts?.isFile() && uuidPattern.test(id)) {
      files.push({ countyId, townshipId, id, path, part, modifiedAt: facts.mtime });
    }
  }
  return files;
}
