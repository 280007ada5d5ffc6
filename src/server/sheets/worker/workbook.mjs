import { posix } from "node:path";
import { Budget, SheetLines } from "./limits.mjs";
import { formatOf, numberText } from "./numbers.mjs";
import { Parts } from "./parts.mjs";
import { Refusal } from "./refusal.mjs";

const mostMerges = 20_000;
/** Shown for a formula whose result was never saved: better said than taken for an empty cell. */
const unresolved = "#未计算";

/** Signs XML cannot hold are written as _x000B_. */
const unescaped = (text) =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

/** A part's relations: where each leads, and of what kind it is. */
async function relationsOf(parts, part) {
  const folder = posix.dirname(part);
  const relations = new Map();
  await parts.read(posix.join(folder, "_rels", `${posix.basename(part)}.rels`), {
    open(name, { Id, Target = "", Type = "" }) {
      if (name !== "Relationship") return;
      const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { path, kind: posix.basename(Type) });
    },
  });
  return relations;
}

async function outline(parts) {
  const roots = [...(await relationsOf(parts, "")).values()];
  const main = roots.find(({ kind }) => kind === "officeDocument")?.path ?? "xl/workbook.xml";
  const sheets = [];
  let from1904 = false;
  const found = await parts.read(main, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = attributes[Object.keys(attributes).find((key) => key.endsWith(":id")) ?? ""];
      sheets.push({ name: attributes.name ?? "", state: attributes.state ?? "visible", id });
    },
  });
  if (!found) throw new Refusal("文件打不开，可能不是 Excel 工作簿。请另存为 .xlsx 后再传。");
  const relations = await relationsOf(parts, main);
  const placed = sheets.map((sheet) => ({ ...sheet, ...relations.get(sheet.id) }));
  const pathOf = (kind) => [...relations.values()].find((relation) => relation.kind === kind)?.path ?? "";
  return {
    sheets: placed.filter(({ kind }) => kind === "worksheet"),
    strings: pathOf("sharedStrings"),
    styles: pathOf("styles"),
    from1904,
  };
}

/** Text of every shared string, without the readings that stand beside characters. */
async function sharedStrings(parts, path, budget) {
  const strings = [];
  let text = null;
  let silent = 0;
  let within = false;
  await parts.read(path, {
    open(name) {
      if (name === "si") text = "";
      if (name === "rPh") silent += 1;
      within = name === "t";
    },
    text(piece) {
      if (within && silent === 0 && text !== null) text += piece;
    },
    close(name) {
      if (name === "t") within = false;
      if (name === "rPh") silent -= 1;
      if (name !== "si") return;
      budget.keep(text);
      strings.push(unescaped(text));
      text = null;
    },
  });
  return strings;
}

/** The number format of each cell style. */
async function cellFormats(parts, path) {
  const own = new Map();
  const formats = [];
  let inCells = false;
  await parts.read(path, {
    open(name, attributes) {
      if (name === "numFmt") own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) formats.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return formats.map((id) => formatOf(id, own));
}

const columnOf = (reference) => {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

function areaOf(reference) {
  const [from = "", to = from] = reference.split(":");
  const line = (at) => Number(/\d+$/.exec(at)?.[0]);
  return { top: line(from), left: columnOf(from) ?? 0, bottom: line(to), right: columnOf(to) ?? 0 };
}

const isoText = (value) => value.replace(/T(00:00:00(\.0+)?)?Z?$/, "").replace("T", " ");

function plainNumber({ value, format }, { from1904 }) {
  const number = Number(value);
  return Number.isFinite(number) ? numberText(number, format, from1904) : value;
}

/** By the cell's type; all others are numbers. */
const readings = {
  s: ({ value }, { strings }) => strings[Number(value)] ?? "",
  b: ({ value }) => (value === "1" ? "是" : "否"),
  d: ({ value }) => isoText(value),
  str: ({ value }) => unescaped(value),
  e: ({ value }) => value,
};

/** One cell as people see it: never a formula, a link's target or a style. */
function textOf(cell, book) {
  if (cell.type === "inlineStr") return unescaped(cell.inline);
  if (cell.value === "") return cell.formula && cell.type !== "str" ? unresolved : "";
  return (readings[cell.type] ?? plainNumber)(cell, book);
}

/** Reads one sheet's cells into `sheet`, and spreads joined cells over their area. */
class SheetReader {
  #sheet;
  #book;
  #line = 0;
  #cells = [];
  #at = -1;
  #cell = null;
  #part = null;
  #silent = 0;
  #merges = [];

  constructor(sheet, book) {
    this.#sheet = sheet;
    this.#book = book;
  }

  #opened = {
    row: ({ r }) => {
      this.#line = Number(r ?? this.#line + 1);
      this.#cells = [];
      this.#at = -1;
    },
    c: ({ r, s = 0, t = "n" }) => {
      this.#at = columnOf(r) ?? this.#at + 1;
      const format = this.#book.formats[Number(s)] ?? "General";
      this.#cell = { type: t, value: "", inline: "", formula: false, format };
    },
    f: () => {
      if (this.#cell !== null) this.#cell.formula = true;
    },
    rPh: () => (this.#silent += 1),
    v: () => (this.#part = "value"),
    t: () => (this.#part = "inline"),
    mergeCell: ({ ref = "" }) => {
      if (this.#merges.length < mostMerges) this.#merges.push(areaOf(ref));
    },
  };

  open(name, attributes) {
    this.#opened[name]?.(attributes);
  }

  text(text) {
    if (this.#part !== null && this.#cell !== null && this.#silent === 0) this.#cell[this.#part] += text;
  }

  close(name) {
    if (name === "v" || name === "t") this.#part = null;
    else if (name === "rPh") this.#silent -= 1;
    else if (name === "c" && this.#cell !== null) {
      this.#cells[this.#at] = textOf(this.#cell, this.#book);
      this.#cell = null;
    } else if (name === "row") this.#sheet.add(this.#line, this.#cells);
  }

  spread() {
    for (const area of this.#merges) this.#sheet.spread(area);
  }
}

/** Every sheet people can see or unhide, in the workbook's order; of hidden ones only how many rows they have. */
export async function readWorkbook(file, rowLimit) {
  const parts = await Parts.of(file);
  const { sheets, strings, styles, from1904 } = await outline(parts);
  const budget = new Budget();
  const book = {
    strings: await sharedStrings(parts, strings, budget),
    formats: await cellFormats(parts, styles),
    from1904,
  };
  const read = [];
  for (const { name, state, path } of sheets) {
    if (state === "veryHidden") continue;
    const hidden = state !== "visible";
    const sheet = new SheetLines(budget, hidden ? 0 : rowLimit);
    const reader = new SheetReader(sheet, book);
    await parts.read(path, {
      open: (tag, attributes) => reader.open(tag, attributes),
      text: (text) => reader.text(text),
      close: (tag) => reader.close(tag),
    });
    reader.spread();
    read.push({ name, hidden, rows: sheet.rows, lines: sheet.lines, fault: hidden ? null : sheet.fault });
  }
  return { sheets: read, from1904 };
}
