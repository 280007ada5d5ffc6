import { createInflateRaw } from "node:zlib";
import { SaxesParser } from "saxes";
import { zipEntries } from "../../files/zip-directory.mjs";
import { mostEntries, mostInflated } from "./limits.mjs";
import { Refusal } from "./refusal.mjs";

const broken = () => new Refusal("文件不完整，打不开。请重新保存为 .xlsx 后再传。");

/** What an entry unpacks to, piece by piece: never more than one piece of it lies in memory. */
async function* unpacked(entry) {
  if (entry.method === 0) return yield entry.data;
  const inflate = createInflateRaw();
  inflate.end(entry.data);
  yield* inflate;
}

async function sizeOf(entry, most) {
  let size = 0;
  for await (const piece of unpacked(entry)) {
    size += piece.length;
    if (size > most) break;
  }
  return size;
}

/** Unpacks everything once and keeps nothing: sizes in a zip's directory may lie, what comes out does not. */
async function refuseBomb(entries) {
  let left = mostInflated;
  for (const entry of entries) {
    left -= await sizeOf(entry, left).catch(() => {
      throw new Refusal("文件已损坏，打不开。请重新保存为 .xlsx 后再传。");
    });
    if (left < 0) throw new Refusal("文件解压后过大，已拒绝。请只保留要导入的工作表和列。");
  }
}

const localName = (name) => name.slice(name.indexOf(":") + 1);

/** A workbook's parts by name, each read as a stream of tags. */
export class Parts {
  #entries;

  static async of(file) {
    const entries = zipEntries(file, mostEntries);
    if (entries === null) throw broken();
    if (entries.some((entry) => entry.locked))
      throw new Refusal("文件加了密码，打不开。请另存为不加密的 .xlsx 后再传。");
    if (entries.some(({ method }) => method !== 0 && method !== 8))
      throw new Refusal("文件的压缩方式不认识，请另存为 .xlsx 后再传。");
    await refuseBomb(entries);
    return new Parts(entries);
  }

  constructor(entries) {
    this.#entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** @param on open(name, attributes), text(text), close(name); names without their prefix */
  async read(name, on) {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return false;
    const parser = new SaxesParser({ position: false });
    parser.on("opentag", (tag) => on.open?.(localName(tag.name), tag.attributes));
    parser.on("text", (text) => on.text?.(text));
    parser.on("cdata", (text) => on.text?.(text));
    parser.on("closetag", (tag) => on.close?.(localName(tag.name)));
    const decoder = new TextDecoder();
    try {
      for await (const piece of unpacked(entry)) parser.write(decoder.decode(piece, { stream: true }));
      parser.write(decoder.decode()).close();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw broken();
    }
    return true;
  }
}
