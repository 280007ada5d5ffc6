import { inChinese } from "@/lib/numbers";

export type Level = 1 | 2 | 3;

const marks: Record<Level, (number: number) => string> = {
  1: (number) => `${inChinese(number)}、`,
  2: (number) => `（${inChinese(number)}）`,
  3: (number) => `${number}．`,
};

/** Gives the headings of one paper their numbers; a heading begins those below it anew. */
export function numbering(): (level: Level) => string {
  const reached: Record<Level, number> = { 1: 0, 2: 0, 3: 0 };
  return (level) => {
    reached[level] += 1;
    if (level < 3) reached[3] = 0;
    if (level < 2) reached[2] = 0;
    return marks[level](reached[level]);
  };
}
