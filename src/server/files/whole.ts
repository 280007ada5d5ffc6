import { crc32 } from "node:zlib";

/** A file that is what it says and yet of no use to anybody: its end is missing, or drawing it would take all memory. */
export type Fault = "cut" | "huge";

/** More than the largest telephone takes in one picture; a few kilobytes can claim a thousand times as much. */
const mostPixels = 250_000_000;

const fits = (width: number, height: number): Fault | null => {
  if (width === 0 || height === 0) return "cut";
  return width * height > mostPixels ? "huge" : null;
};

/** Chunk by chunk, each by its own sum, to the one that says it is the last. */
export function pngFault(bytes: Buffer): Fault | null {
  let size: Fault | null = "cut";
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return "cut";
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "IHDR" && length >= 8) size = fits(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
    if (name === "IEND") return size;
    at = end + 4;
  }
  return "cut";
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Where the next marker stands that is neither a byte of the picture nor a place to begin anew; -1 where there is none. */
function markerAfter(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

/** Segment by segment to the mark of the end; a small picture within a segment has an end of its own and is passed over. */
export function jpegFault(bytes: Buffer): Fault | null {
  let size: Fault | null = "cut";
  for (let at = markerAfter(bytes, 2); at >= 0; at = markerAfter(bytes, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return size;
    if (isAlone(marker)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return "cut";
    if (isFrame(marker) && at + 9 <= bytes.length)
      size = fits(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return "cut";
}

/** As long as its first line says. */
export function webpFault(bytes: Buffer): Fault | null {
  if (bytes.length < 16 || bytes.readUInt32LE(4) + 8 > bytes.length) return "cut";
  if (bytes.toString("latin1", 12, 16) !== "VP8X" || bytes.length < 30) return null;
  return fits(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
}

/** Some programs write a little behind the end. */
const behindEnd = 4_096;

/** A PDF is read from its end: without it most programs show nothing. */
export const pdfFault = (bytes: Buffer): Fault | null =>
  bytes.subarray(-behindEnd).includes("%%EOF") ? null : "cut";
