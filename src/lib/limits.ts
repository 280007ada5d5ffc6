import { largestImportFile } from "@/lib/sheets";

const megabyte = 1_048_576;

/** One attachment. */
export const largestFile = 20 * megabyte;

/** What one request may send: bytes of its body, and how long it may take to send them. */
export type Limit = { bytes: number; milliseconds: number };

/** A slow line in a village sends 20 MB in a few minutes. */
const file = (bytes: number): Limit => ({ bytes, milliseconds: 5 * 60_000 });

/** Boundaries and headers of a multipart body with one file. */
export const multipartOverhead = 64 * 1024;
/** Beside an import's file: the township, a key, and for the marked copy the list of errors. */
export const importFields = 2 * megabyte;
/** One form, or the ten calls of a batch. */
export const callBytes = 2 * megabyte;

const byPath: [prefix: string, limit: Limit][] = [
  ["/api/files/", file(largestFile + multipartOverhead)],
  ["/api/notice-files/", file(largestFile + multipartOverhead)],
  ["/api/import/", file(largestImportFile + importFields)],
  ["/api/trpc/", { bytes: callBytes, milliseconds: 60_000 }],
];

/** Every other route, sign-in among them, takes a few fields or nothing. */
const elsewhere: Limit = { bytes: 64 * 1024, milliseconds: 30_000 };

export function limitOf(path: string): Limit {
  return byPath.find(([prefix]) => path.startsWith(prefix))?.[1] ?? elsewhere;
}
