import { inflateRawSync } from "node:zlib";
import mammoth from "mammoth";
import { zipEntries } from "@/server/files/zip-directory.mjs";

/** What a reader of Word files finds: paragraphs and cells in their order, a line each. */
export async function linesOf(file: Uint8Array): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  return value.split(/\n+/).filter((line) => line !== "");
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** The rows of all its tables, their heads among them. */
export async function rowsOf(file: Uint8Array): Promise<string[][]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  return [...value.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) => plain(cell)),
  );
}

/** One part of the file as it is written. */
export function partOf(file: Uint8Array, name: string): string {
  const part = zipEntries(Buffer.from(file), 100)?.find((entry) => entry.name === name);
  if (part === undefined) throw new Error(`${name} is not in the file`);
  return (part.method === 0 ? Buffer.from(part.data) : inflateRawSync(part.data)).toString("utf8");
}
