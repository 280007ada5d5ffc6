import { describe, expect, test } from "vitest";
import { readDay } from "@/lib/dates";
import { monthFromText } from "@/lib/months";
import { naturalKey } from "@/lib/natural-order";
import { numberFromText } from "@/lib/numbers";
import { nameIndex, nameKey, personName, spelledName, splitNames, splitWords } from "@/lib/person-name";
import { refusedSign, tidyLine, tidyLines } from "@/lib/text";

const { has } = nameIndex([{ name: "张三" }, { name: "李四" }]);
const readings = {
  readDay,
  monthFromText,
  naturalKey,
  numberFromText,
  nameKey,
  personName,
  spelledName,
  splitNames,
  splitNamesOfARoster: (text: string) => splitNames(text, has),
  splitWords,
  refusedSign,
  tidyLine,
  tidyLines,
};
/** More than one cell may hold takes longer than this only where the time grows with the square of the length. */
const mostMilliseconds = 2_000;
const length = 50_000;
const repeated = [
  " ",
  "\t",
  "\n",
  "　",
  "(",
  "（",
  "([{",
  "·",
  "·.",
  "。",
  "张 ",
  "张 三 ",
  "和",
  "张和",
  "1",
  "一万",
];
const stacked = ["\u0301", "\u0316\u0301", "\uff9e\u0316"];

describe("text of any length is read in a time that grows with its length alone [S47]", () => {
  test.each(Object.entries(readings))(
    "%s",
    (_, read) => {
      for (const sign of [...repeated, ...stacked]) {
        for (const [head, tail] of [
          ["", ""],
          ["张", "x"],
        ] as const) {
          const text = head + sign.repeat(length / sign.length) + tail;
          const begun = performance.now();
          read(text);
          expect(performance.now() - begun, JSON.stringify(sign)).toBeLessThan(mostMilliseconds);
        }
      }
    },
    60_000,
  );

  test("signs stacked beyond reading are refused with their place, not sorted", () => {
    expect(refusedSign(tidyLines(`张三${"\u0316\u0301".repeat(16)}`))).toBe(
      "第 3 个字符（「张三」之后）是叠在一个字上的三十多个符号",
    );
    expect(refusedSign(tidyLines("e\u0301 a\u0316\u0301"))).toBeNull();
  });
});
