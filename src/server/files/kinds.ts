import { AppError } from "@/lib/errors";
import { extensionOf } from "./names";
import { hasMacroProject, hasStream, holdsMacros, isCompound, partsOf } from "./macros";
import { type Fault, jpegFault, pdfFault, pngFault, webpFault } from "./whole";
import type { ZipEntry } from "./zip-directory.mjs";

/** @property fault what makes a file of this kind useless */
type Kind = {
  mime: string;
  fits: (bytes: Buffer) => boolean;
  fault?: (bytes: Buffer) => Fault | null;
};

const startsWith =
  (...signature: number[]) =>
  (bytes: Buffer) =>
    bytes.subarray(0, signature.length).equals(Buffer.from(signature));
const isPdf = startsWith(0x25, 0x50, 0x44, 0x46, 0x2d);
const isOfficePackage = (parts: readonly ZipEntry[] | null, folder: string): parts is readonly ZipEntry[] =>
  parts !== null &&
  parts.some(({ name }) => name === "[Content_Types].xml") &&
  parts.some(({ name }) => name.startsWith(folder));

/** An Office package of one kind, without macros. */
function isPackage(bytes: Buffer, folder: string): boolean {
  const parts = partsOf(bytes);
  return isOfficePackage(parts, folder) && !holdsMacros(parts);
}

/** GB/T 33190: a ZIP whose first document is named in OFD.xml; no Office package that only says so, and without macros. */
function isOfd(bytes: Buffer): boolean {
  const parts = partsOf(bytes);
  const named = (wanted: string) => parts?.some(({ name }) => name === wanted) ?? false;
  return parts !== null && named("OFD.xml") && !named("[Content_Types].xml") && !holdsMacros(parts);
}

const brandOf = (bytes: Buffer): string =>
  bytes.toString("latin1", 4, 8) === "ftyp" ? bytes.toString("latin1", 8, 12) : "";
const isHeic = (bytes: Buffer): boolean => /^(he[ivxmsc]|mif1|msf1|avif)/.test(brandOf(bytes));
const isWebp = (bytes: Buffer): boolean =>
  bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";

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

const isBinary = (bytes: Buffer): boolean => isCompound(bytes) && !hasMacroProject(bytes);
const isBook = (bytes: Buffer): boolean => hasStream(bytes, "Workbook") || hasStream(bytes, "Book");
const wordBinary = (bytes: Buffer) => isBinary(bytes) && hasStream(bytes, "WordDocument");
const sheetBinary = (bytes: Buffer) => isBinary(bytes) && isBook(bytes);

const png: Kind = {
  mime: "image/png",
  fits: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  fault: pngFault,
};
const jpeg: Kind = { mime: "image/jpeg", fits: startsWith(0xff, 0xd8, 0xff), fault: jpegFault };

const kinds: Readonly<Record<string, Kind>> = {
  pdf: { mime: "application/pdf", fits: isPdf, fault: pdfFault },
  ofd: { mime: "application/ofd", fits: isOfd },
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
  wps: { mime: "application/vnd.ms-works", fits: (bytes) => isBinary(bytes) && !isBook(bytes) },
  et: { mime: "application/vnd.ms-excel", fits: sheetBinary },
  png,
  jpg: jpeg,
  jpeg,
  jfif: jpeg,
  webp: { mime: "image/webp", fits: isWebp, fault: webpFault },
  txt: { mime: "text/plain; charset=utf-8", fits: isPlainText },
  csv: { mime: "text/csv; charset=utf-8", fits: isPlainText },
};

const photo =
  "这张照片是 HEIC 格式，多数电脑打不开，没有保存。请在手机「设置 → 相机 → 格式」里选「兼容性最佳」后重拍，或在手机相册里另存为 JPG 再传。";
const macros = "文件里含有宏，不能上传，没有保存。请用原软件另存为不含宏的 .docx 或 .xlsx 再传。";
const archive = "压缩包不能上传。请解压后逐个上传里面的文件。";
const slides = "演示文稿不能上传。请另存为 PDF 再传。";
const picture = "这种图片不能上传。请转存为 JPG 或 PNG 再传。";
const recording = "音频和视频不能上传。请上传文字材料或照片。";
const faults: Readonly<Record<Fault, string>> = {
  cut: "文件不完整，打不开：可能没有传完或没有下载完，没有保存。请在本机打开看一遍，能打开的再重新上传。",
  huge: "这张图片的尺寸大得打不开，没有保存。请用看图软件缩小后再传。",
};
const list =
  "只能上传 PDF、OFD、Word、Excel、WPS（.wps、.et）、图片（JPG、PNG、WebP）和纯文本文件，网页和程序不能上传。";

/** Kinds that offices do have and that are not taken, each with its way out. */
const waysOut: Readonly<Record<string, string>> = {
  ...Object.fromEntries(["heic", "heif", "hif", "avif"].map((extension) => [extension, photo])),
  ...Object.fromEntries(
    ["docm", "dotm", "xlsm", "xltm", "xlsb", "pptm"].map((extension) => [extension, macros]),
  ),
  ...Object.fromEntries(["zip", "rar", "7z", "tar", "gz"].map((extension) => [extension, archive])),
  ...Object.fromEntries(["ppt", "pptx", "dps"].map((extension) => [extension, slides])),
  ...Object.fromEntries(["tif", "tiff", "bmp", "gif"].map((extension) => [extension, picture])),
  ...Object.fromEntries(
    ["mp3", "m4a", "wav", "amr", "mp4", "mov", "avi"].map((extension) => [extension, recording]),
  ),
  rtf: "请在 Word 或 WPS 里另存为 .docx 再传。",
};

const officeWithMacros = (bytes: Buffer): boolean => {
  const parts = partsOf(bytes);
  const office = isOfficePackage(parts, "word/") || isOfficePackage(parts, "xl/");
  return hasMacroProject(bytes) || (office && holdsMacros(parts));
};

/** Why contents that do not fit their name's ending are refused, and what to do. */
function misfit(extension: string, bytes: Buffer): string {
  if (isHeic(bytes)) return photo;
  if (officeWithMacros(bytes)) return macros;
  if (isCompound(bytes) && hasStream(bytes, "EncryptedPackage")) {
    return "文件加了密码，没有保存。请用原软件去掉密码、另存后再传。";
  }
  const real = Object.keys(kinds).find((other) => kinds[other]?.fits(bytes));
  if (real !== undefined && real !== "txt") {
    return `文件内容与扩展名不符：内容是 .${real}，扩展名却是 .${extension}，没有保存。请改正扩展名后再传。`;
  }
  return `文件内容与扩展名 .${extension} 不符，或文件已损坏，没有保存。请用原软件另存为规范格式后再传。`;
}

/**
 * What the file is, by its content; the name's ending must say the same. The browser's own claim is not asked [S56].
 * @throws BAD_REQUEST for kinds that are not on the list, and for contents that are not what the name says
 */
export function kindOf(name: string, bytes: Buffer): { mime: string } {
  const extension = extensionOf(name);
  const kind = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
  if (kind === undefined) {
    const wayOut = Object.hasOwn(waysOut, extension) ? waysOut[extension] : undefined;
    throw new AppError("BAD_REQUEST", isHeic(bytes) ? photo : (wayOut ?? list));
  }
  if (!kind.fits(bytes)) throw new AppError("BAD_REQUEST", misfit(extension, bytes));
  const fault = kind.fault?.(bytes) ?? null;
  if (fault !== null) throw new AppError("BAD_REQUEST", faults[fault]);
  return { mime: kind.mime };
}
