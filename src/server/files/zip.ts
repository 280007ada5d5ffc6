import { zipEntries } from "./zip-directory.mjs";

const mostEntries = 5_000;

/** The names in a ZIP's directory; nothing is unpacked, so no bomb can go off [S57]. Null when it is no honest ZIP. */
export function zipEntryNames(bytes: Buffer): string[] | null {
  return zipEntries(bytes, mostEntries)?.map((entry) => entry.name) ?? null;
}
