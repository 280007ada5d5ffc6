import { Refusal } from "./refusal.mjs";
import { Budget, SheetLines } from "./limits.mjs";

/** UTF-8, UTF-16 as Excel's "Unicode text", or what Excel on Chinese Windows saves; never with signs replaced. */
function decoded(file) {
  const mark = file.subarray(0, 2).toString("hex");
  const encodings = mark === "fffe" ? ["utf-16le"] : mark === "feff" ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      continue;
    }
  }
  throw new Refusal("文件的文字编码不认识，读出来会是乱码。请用 Excel/WPS 打开后另存为 .xlsx 再传。");
}

function separatorOf(text) {
  const [first] = text.slice(0, 5_000).split(/\r?\n/, 1);
  return ["\t", ";", ","].find((sign) => first.split(sign).length > 2) ?? ",";
}

/** Rows of cells; a quoted cell may hold separators, line breaks and doubled quotes. */
class CsvRows {
  #cells = [];
  #cell = "";
  #line = 1;
  quoted = false;
  #take;
  #separator;

  constructor(separator, take) {
    this.#separator = separator;
    this.#take = take;
  }

  get line() {
    return this.#line;
  }

  endLine() {
    this.#cells.push(this.#cell);
    this.#take(this.#line, this.#cells);
    this.#cells = [];
    this.#cell = "";
    this.#line += 1;
  }

  /** @returns how many signs were read */
  #quotedSign(sign, next) {
    if (sign === '"' && next !== '"') {
      this.quoted = false;
      return 1;
    }
    this.#cell += sign;
    return sign === '"' ? 2 : 1;
  }

  read(sign, next) {
    if (this.quoted) return this.#quotedSign(sign, next);
    if (sign === '"' && this.#cell === "") this.quoted = true;
    else if (sign === this.#separator) {
      this.#cells.push(this.#cell);
      this.#cell = "";
    } else if (sign === "\n" || (sign === "\r" && next !== "\n")) this.endLine();
    else if (sign !== "\r") this.#cell += sign;
    return 1;
  }
}

export function readCsv(file, rowLimit) {
  const text = decoded(file);
  if (text.includes("\u0000")) throw new Refusal("这不是表格文件。请上传 .xlsx 或 .csv。");
  const sheet = new SheetLines(new Budget(), rowLimit);
  const rows = new CsvRows(separatorOf(text), (line, cells) => sheet.add(line, cells));
  for (let at = 0; at < text.length;) at += rows.read(text[at], text[at + 1]);
  if (rows.quoted)
    throw new Refusal(
      `第${rows.line}行有一个引号没有成对，后面的内容分不开。请补上引号，或另存为 .xlsx 再传。`,
    );
  rows.endLine();
  return [{ name: null, hidden: false, rows: sheet.rows, lines: sheet.lines, fault: sheet.fault }];
}
