import "server-only";
import { plainSpaces } from "./cells";
import type { FileLine } from "./read";

const total =
  /^[(（【]?(本页|本届|全镇|全乡|全县)?(合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|总人?数)[)）】]?(?:[:：(（\d共男女].{0,30})?$/;
const note = /^[(（【]?(说\s*明|填表说明|填报说明|备\s*注|附\s*注|注\s*释?|注意事项)[)）】]?\s*[:：\d一1(（]/;
const signature =
  /^(填\s*表|制\s*表|填\s*报|填\s*写|审\s*核|审\s*批|复\s*核|经\s*办|负\s*责|联\s*系|单\s*位)[\p{Script=Han}()（）]{0,8}[:：]|^[(（]?(盖\s*章|公\s*章)/u;

/** The foot of a page holds few words; a record of its own holds more. */
const fewWords = 4;

const hasFewWords = (cells: readonly string[]): boolean => {
  const words = new Set<string>();
  for (const cell of cells) {
    if (cell !== "") words.add(cell);
    if (words.size > fewWords) return false;
  }
  return true;
};

/** Why a row below the header is no record but part of the page; null for records. @param head words of the header */
export function pagePart({ cells }: FileLine, head: readonly string[]): string | null {
  const at = cells.findIndex((cell) => cell.trim() !== "");
  const first = plainSpaces(cells[at] ?? "");
  if (total.test(first)) return "合计行";
  if (note.test(first) && hasFewWords(cells)) return "表后的说明";
  if (signature.test(first) && hasFewWords(cells)) return "填表人、审核人等落款";
  if (first === head[at] && cells.every((cell, place) => cell === "" || plainSpaces(cell) === head[place]))
    return "重复的表头";
  const across = cells.length - at >= 3 && cells.every((cell) => cell === "" || cell === cells[at]);
  return across && cells.filter((cell) => cell !== "").length >= 3 ? "整行合并的标题或说明" : null;
}
