import { constants, inflateRawSync } from "node:zlib";
import { type ZipEntry, zipEntries } from "./zip-directory.mjs";

const mostEntries = 5_000;
const mostUnpacked = 48 * 1024 * 1024;
/** All lists of a package together: offices write some hundred kilobytes, and every letter of them is searched. */
const mostListed = 4 * 1024 * 1024;
/** Enough packed bytes to see how a part begins. */
const headBytes = 64;

const compoundSignature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
export const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(compoundSignature);
/** Streams of a compound file are named in UTF-16 in its directory. */
export const hasStream = (bytes: Buffer, name: string): boolean =>
  bytes.includes(Buffer.from(name, "utf16le"));

/** Every project of macros keeps a stream of this name, whatever the file or the part is called. */
export const hasMacroProject = (bytes: Buffer): boolean =>
  isCompound(bytes) && hasStream(bytes, "_VBA_PROJECT");

function headOf({ method, data }: ZipEntry): Buffer {
  const head = data.subarray(0, headBytes);
  if (method === 0 || head.length === 0) return head;
  return inflateRawSync(head, { finishFlush: constants.Z_SYNC_FLUSH });
}

const isMacroName = (name: string): boolean => /vbaProject|macrosheets\//i.test(name);
/** The lists that say what each part is; a sheet of macros is known by them alone. */
const isList = (name: string): boolean => name === "[Content_Types].xml" || name.endsWith(".rels");
const namesMacros = (list: Buffer): boolean =>
  /macroEnabled|macrosheet|vbaProject/i.test(list.toString("latin1").replaceAll("\0", ""));

/** Asks once of each file: every kind of file asks the same to find out whether it is one. */
function once<File extends object, Answer>(ask: (file: File) => Answer): (file: File) => Answer {
  const answers = new WeakMap<File, { answer: Answer }>();
  return (file) => {
    const known = answers.get(file) ?? { answer: ask(file) };
    answers.set(file, known);
    return known.answer;
  };
}

/** The parts of an Office package or another ZIP that can be read; `null` for anything else. */
export const partsOf = once((bytes: Buffer): ZipEntry[] | null => {
  const parts = zipEntries(bytes, mostEntries);
  const readable = parts?.every(({ method, locked }) => !locked && (method === 0 || method === 8)) ?? false;
  return readable ? parts : null;
});

/**
 * Does a package hold macros, by what its parts are rather than by what they are called? One that cannot be read, or
 * unpacks to more than any office writes, counts as one that does [S57].
 */
export const holdsMacros = once((parts: readonly ZipEntry[]): boolean => {
  const left = { lists: mostListed, others: mostUnpacked };
  try {
    return parts.some((part) => {
      if (isMacroName(part.name)) return true;
      const kind = isList(part.name) ? "lists" : "others";
      if (kind === "others" && !isCompound(headOf(part))) return false;
      const most = left[kind];
      const content = part.method === 0 ? part.data : inflateRawSync(part.data, { maxOutputLength: most });
      left[kind] -= content.length;
      return left[kind] <= 0 || (kind === "lists" ? namesMacros(content) : hasMacroProject(content));
    });
  } catch {
    return true;
  }
});
