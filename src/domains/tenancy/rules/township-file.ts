import { RowReader } from "@/lib/row-reader";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { classLabels, type TownshipKind, townshipKindLabels } from "../labels";
import { townshipHeaders, type TownshipKey } from "./township-columns";

export type ImportedTownship = {
  code: string;
  name: string;
  shortName: string;
  kind: TownshipKind;
  class: number | null;
  population: number | null;
  areaKm2: number | null;
  outputWan: number | null;
  sourceNote: string | null;
};

/** Longer endings first: 民族乡 is 乡, too. */
const endings: readonly [string, TownshipKind][] = [
  ["民族乡", "ethnicTownship"],
  ["街道办事处", "subdistrict"],
  ["街道", "subdistrict"],
  ["镇", "town"],
  ["乡", "township"],
];

const kindOf = (word: string): TownshipKind | null =>
  (Object.keys(townshipKindLabels) as TownshipKind[]).find((kind) => townshipKindLabels[kind] === word) ??
  endings.find(([ending]) => ending === word)?.[1] ??
  null;

class TownshipRow extends RowReader<TownshipKey> {
  code(county: string): string {
    const value = this.needed("code", this.line("code", 20)).replace(/^(\d{9})000$/, "$1");
    if (value === "") return value;
    if (!/^\d{9}$/.test(value)) this.fault("code", `「${value}」不对，应为9位数字（县6位加乡镇3位）`);
    else if (!value.startsWith(county)) this.fault("code", `「${value}」不属于本县，应以 ${county} 开头`);
    return value;
  }

  kind(name: string): TownshipKind {
    const word = this.line("kind", 20) ?? "";
    const kind = word === "" ? endings.find(([ending]) => name.endsWith(ending))?.[1] : kindOf(word);
    if (kind) return kind;
    const offered = Object.values(townshipKindLabels).join("、");
    this.fault(
      "kind",
      word === "" ? `看不出是乡、镇还是街道，请填写：${offered}` : `「${word}」不对，应为：${offered}`,
    );
    return "town";
  }

  class(): number | null {
    const word = this.line("class", 20);
    if (word === null) return null;
    const number = Object.entries(classLabels).find(([key, label]) => label === word || key === word)?.[0];
    if (number === undefined)
      this.fault("class", `「${word}」不对，应为：${Object.values(classLabels).join("、")}`);
    return number === undefined ? null : Number(number);
  }

  figure(key: TownshipKey, max: number, whole: boolean): number | null {
    const word = this.line(key, 40);
    if (word === null) return null;
    const value = Number(word);
    const fits = /^\d+(\.\d+)?$/.test(word) && value <= max && (!whole || Number.isInteger(value));
    if (!fits) this.fault(key, `「${word}」不对，应为${whole ? "整数" : "数字"}，不带单位，不超过 ${max}`);
    return fits ? value : null;
  }
}

function readRow(row: ImportRow, county: string): { township: ImportedTownship; problems: CellProblem[] } {
  const reader = new TownshipRow(row, townshipHeaders);
  const name = reader.needed("name", reader.line("name", 40));
  const short = reader.line("shortName", 10);
  const ending = endings.find(([word]) => name.endsWith(word) && name.length > word.length)?.[0] ?? "";
  const derived = name.slice(0, name.length - ending.length);
  if (short === null && derived.length > 10) reader.fault("shortName", "名称较长，请填写10字以内的简称");
  const township: ImportedTownship = {
    code: reader.code(county),
    name,
    shortName: short ?? derived,
    kind: reader.kind(name),
    class: reader.class(),
    population: reader.figure("population", 5_000_000, true),
    areaKm2: reader.figure("areaKm2", 100_000, false),
    outputWan: reader.figure("outputWan", 100_000_000, false),
    sourceNote: reader.line("sourceNote", 200),
  };
  return { township, problems: reader.problems };
}

/**
 * Reads the county's list and names every bad cell; with one problem nothing may be written.
 * @param county the county's six digits
 * @param known code → name of townships registered already
 */
export function readTownships(
  rows: readonly ImportRow[],
  county: string,
  known: ReadonlyMap<string, string>,
): { townships: ImportedTownship[]; problems: CellProblem[] } {
  const names = new Set(known.values());
  const seen = new Map<string, number>();
  const twin = (line: number, key: "code" | "name", value: string): CellProblem[] => {
    const earlier = seen.get(`${key} ${value}`);
    seen.set(`${key} ${value}`, earlier ?? line);
    const registered = key === "code" ? known.has(value) : names.has(value);
    if (value === "" || (!registered && earlier === undefined)) return [];
    const where = registered ? "已经登记过" : `与第${earlier ?? 0}行重复`;
    return [{ line, column: townshipHeaders[key], message: `「${value}」${where}，请删去这一行或核对` }];
  };
  const read = rows.map((row) => readRow(row, county));
  const twins = read.flatMap(({ township: { code, name } }, index) => {
    const line = rows[index]?.line ?? 0;
    return [...twin(line, "name", name), ...twin(line, "code", code)];
  });
  const problems = [...read.flatMap((row) => row.problems), ...twins];
  return {
    townships: read.map((row) => row.township),
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}
