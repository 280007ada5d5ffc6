import type { PanelMember } from "./meeting";

type Named = { code: string; name: string };
export type Read<Value> = { value: Value } | { fault: string };

const parts = (line: string): string[] => line.split(/[\t,，、;；]+/).map((part) => part.trim());
const filled = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

/**
 * The panel as it is pasted from a sheet: a line a member with name, seat and points, these in the order of the townships.
 */
export function panelOf(text: string, townships: readonly Named[]): Read<PanelMember[]> {
  const members: PanelMember[] = [];
  for (const [index, line] of filled(text).entries()) {
    const [name = "", role = "", ...given] = parts(line);
    const points = given.filter((one) => one !== "").map(Number);
    const where = `评议团第 ${index + 1} 行`;
    if (name === "" || role === "") return { fault: `${where}应先写姓名和身份，再写各乡镇的评分。` };
    if (points.length !== townships.length)
      return {
        fault: `${where}应有 ${townships.length} 个评分，现在是 ${points.length} 个，顺序同上面所列的乡镇。`,
      };
    if (points.some((one) => Number.isNaN(one)))
      return { fault: `${where}的评分里有不是数字的内容，请核对。` };
    members.push({
      ...{ name, role },
      points: townships.map(({ code }, at) => ({ code, points: points[at] ?? 0 })),
    });
  }
  return { value: members };
}

/** 表彰, a line each: 甲镇 先进单位. */
export function awardsOf(text: string, townships: readonly Named[]): Read<Named[]> {
  const awards: Named[] = [];
  for (const line of filled(text)) {
    const township = townships.find(({ name }) => line.trim().startsWith(name));
    const name = line
      .trim()
      .slice(township?.name.length ?? 0)
      .replace(/^[\s,，、:：]+/, "");
    if (township === undefined || name === "")
      return {
        fault: `表彰“${line.trim()}”看不懂，请一行写一个，如“${townships[0]?.name ?? ""} 先进单位”。`,
      };
    awards.push({ code: township.code, name });
  }
  return { value: awards };
}
