import { AppError } from "@/lib/errors";
import { extensionOf } from "./names";
import { zipEntryNames } from "./zip";

type Kind = { mime: string; fits: (bytes: Buffer) => boolean };

const startsWith =
  (...signature: number[]) =>
  (bytes: Buffer) =>
    bytes.subarray(0, signature.length).equals(Buffer.from(signature));
const isPdf = startsWith(0x25, 0x50, 0x44, 0x46, 0x2d);
const isCompound = startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** Streams of a compound file are named in UTF-16 in its directory. */
const hasStream = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, "utf16le"));

/** An Office package of one kind, without macros. */
function isPackage(bytes: Buffer, folder: string): boolean {
  const names = zipEntryNames(bytes);
  return (
    names !== null &&
    names.includes("[Content_Types].xml") &&
    names.some((name) => name.startsWith(folder)) &&
    !names.some((name) => /vbaProject\.bin$/i.test(name))
  );
}

const active =
  /<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)\b|^#!|javascript:/i;
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f]/;

function textOf(bytes: Buffer): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return null;
}

/** Plain text in UTF-8 or GB18030 that no browser could take for a page or a script. */
function isPlainText(bytes: Buffer): boolean {
  const text = textOf(bytes);
  return text !== null && !unprintable.test(text) && !active.test(text);
}

const wordBinary = (bytes: Buffer) => isCompound(bytes) && hasStream(bytes, "WordDocument");
const sheetBinary = (bytes: Buffer) =>
  isCompound(bytes) && (hasStream(bytes, "Workbook") || hasStream(bytes, "Book"));

const png: Kind = { mime: "image/png", fits: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) };
const jpeg: Kind = { mime: "image/jpeg", fits: startsWith(0xff, 0xd8, 0xff) };

const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mime: "application/pdf", fits: isPdf },
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    fits: (bytes) => isPackage(bytes, "word/"),
  },
  xlsx: {
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    fits: (bytes) => isPackage(bytes, "xl/"),
  },
  doc: { mime: "application/msword", fits: wordBinary },
  xls: { mime: "application/vnd.ms-excel", fits: sheetBinary },
  wps: { mime: "application/vnd.ms-works", fits: (bytes) => isCompound(bytes) && !sheetBinary(bytes) },
  png,
  jpg: jpeg,
  jpeg,
  txt: { mime: "text/plain; charset=utf-8", fits: isPlainText },
  csv: { mime: "text/csv; charset=utf-8", fits: isPlainText },
};

/**
 * What the file is, by its content; the name's ending must say the same. The browser's own claim is not asked [S56].
 * @throws BAD_REQUEST for kinds that are not on the list, and for contents that are not what the name says
 */
export function kindOf(name: string, bytes: Buffer): { mime: string } {
  const extension = extensionOf(name);
  const kind = kinds[extension];
  if (kind === undefined || !Object.hasOwn(kinds, extension)) {
    throw new AppError(
      "BAD_REQUEST",
      "只能上传 PDF、Word、Excel、WPS 文字、图片（PNG、JPG）和纯文本文件，网页、脚本和压缩包不能上传。",
    );
  }
  if (!kind.fits(bytes)) {
    throw new AppError(
      "BAD_REQUEST",
      `文件内容与扩展名 .${extension} 不符，或含有宏、脚本，没有保存。请用原软件另存为规范格式后再传。`,
    );
  }
  return { mime: kind.mime };
}
