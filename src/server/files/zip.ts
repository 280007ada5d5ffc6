const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostEntries = 5_000;

function endRecordAt(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

/** The names in a ZIP's central directory; nothing is unpacked, so no bomb can go off [S57]. Null when it is no ZIP. */
export function zipEntryNames(bytes: Buffer): string[] | null {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) return null;
  const end = endRecordAt(bytes);
  if (end === null) return null;
  const count = Math.min(bytes.readUInt16LE(end + 10), mostEntries);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString("utf8", at + 46, at + 46 + nameLength));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}
