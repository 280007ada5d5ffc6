// Plain JavaScript, because the worker that reads workbooks is started from files as they stand on disk; the server
// reads the names in an attachment with the same lines, so that a package means the same to both.

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

function endRecordAt(bytes) {
  const earliest = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return -1;
}

/** The directory's place, if it ends exactly where the end record begins: with nothing between, before or behind. */
function directoryIn(bytes) {
  if (bytes.length < endLength || bytes.readUInt32LE(0) !== localSignature) return null;
  const end = endRecordAt(bytes);
  if (end < 0 || end + endLength + bytes.readUInt16LE(end + 20) !== bytes.length) return null;
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  // Larger archives keep a second directory elsewhere; a reader that follows it would see other entries than we do.
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 6) !== 0) return null;
  return start + size === end ? { start, end, claimed: bytes.readUInt16LE(end + 10) } : null;
}

function entryAt(bytes, at, { start, end }) {
  if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return null;
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const local = bytes.readUInt32LE(at + 42);
  if (nameEnd > end || local + 30 > start || bytes.readUInt32LE(local) !== localSignature) return null;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const size = bytes.readUInt32LE(at + 20);
  if (from + size > start) return null;
  return {
    name: bytes.toString("utf8", at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    data: bytes.subarray(from, from + size),
    next: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

/**
 * The entries of a ZIP as its directory really lists them. The number the archive itself tells is the sender's word:
 * it is counted after, and an archive that tells another one is refused, as are entries that share their bytes.
 * Nothing is unpacked here [S57].
 * @returns null when it is no ZIP, a malformed or a lying one, or has more than `most` entries
 */
export function zipEntries(bytes, most) {
  const directory = directoryIn(bytes);
  if (directory === null) return null;
  const entries = [];
  let at = directory.start;
  let packed = 0;
  while (at < directory.end) {
    const entry = entryAt(bytes, at, directory);
    if (entry === null || entries.length === most) return null;
    packed += entry.data.length;
    entries.push(entry);
    at = entry.next;
  }
  const honest = at === directory.end && entries.length === directory.claimed;
  return honest && packed <= bytes.length ? entries : null;
}
