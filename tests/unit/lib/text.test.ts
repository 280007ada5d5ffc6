import { describe, expect, it } from "vitest";
import { measuredFromText, numberFromText } from "@/lib/numbers";
import { refusedSign, tidyLine, tidyLines } from "@/lib/text";

describe("text as people paste it", () => {
  it("soft breaks of Word and every other kind of line break become one line feed", () => {
    expect(tidyLines("甲\u000b乙\r\n丙\r丁\u2028戊\u2029己\u000c庚\u0085辛\n壬")).toBe(
      "甲\n乙\n丙\n丁\n戊\n己\n庚\n辛\n壬",
    );
  });

  it("in a field of one line a line break is a blank", () => {
    expect(tidyLine("  关于\u000b更换\r\n  管道\t的\u3000建议\n")).toBe("关于 更换 管道 的 建议");
  });

  it("signs without any meaning go, indents of paragraphs stay", () => {
    expect(tidyLines("\ufeff第一\u200b段\u00a0甲\n　　第二段")).toBe("第一段 甲\n　　第二段");
    // Whatever Unicode lets a reader ignore hides no word from a search.
    for (const sign of ["\u200c", "\u200d", "\ufe00", "\u3164", "\u034f", "\u{e0020}", "\u{e0101}", "\u115f"])
      expect(tidyLines(`高${sign}亭${sign}镇`), sign).toBe("高亭镇");
    // What says how pictures and letters are joined is no such thing.
    for (const joined of ["👨\u200d👩\u200d👧", "☎\ufe0f", "ᠮᠣᠩᠭᠣᠯ\u180b", "می\u200cخواهم"])
      expect(tidyLines(joined)).toBe(joined);
  });

  it("what cannot be kept is named with its place: control characters, turned direction, half characters [S48]", () => {
    expect(refusedSign("好的，没有问题。\n😀")).toBeNull();
    expect(refusedSign("😀排水管道\u0007应更换")).toBe(
      "第 6 个字符（「😀排水管道」之后）是看不见的控制字符（U+0007）",
    );
    expect(refusedSign("\u202e镇长")).toBe("第 1 个字符是颠倒文字方向的隐藏符号（U+202E）");
    expect(refusedSign("甲\ud83d乙")).toBe("第 2 个字符（「甲」之后）是半个没有传完整的字");
    for (const sign of [
      "\u0000",
      "\u001b",
      "\u007f",
      "\u009f",
      "\u202a",
      "\u2066",
      "\u2069",
      "\udc00",
      "\uffff",
      "\ufdd0",
    ]) {
      expect(refusedSign(`甲${sign}`)).not.toBeNull();
    }
  });
});

describe("a number as people write it", () => {
  it.each([
    ["１２", 12],
    ["1,200", 1200],
    ["1，200", 1200],
    [" 1 200 ", 1200],
    ["3.5", 3.5],
    ["3。5", 3.5],
    ["３．５", 3.5],
    ["-5", -5],
    ["0", 0],
  ])("%s is read", (text, number) => {
    expect(numberFromText(text)).toBe(number);
  });

  it.each(["", "十二", "12人", "1,20", "1e3", "0x10", "1.2.3", "1-2", "12345678901234567890", "."])(
    "%s is not a number, and not taken for a part of it",
    (text) => {
      expect(numberFromText(text)).toBeNull();
    },
  );
});

describe("a number with what it counts", () => {
  it.each([
    ["第二十届", "届", 20],
    ["20届", "届", 20],
    ["19", "届", 19],
    ["三月", "月", 3],
    ["十二月份", "月", 12],
    ["9月份", "月", 9],
    ["20万", "元", 200_000],
    ["20.35万元", "元", 203_500],
    ["１２０，０００元", "元", 120_000],
    ["5 人", "人", 5],
    ["第四季度", "月", null],
    ["全年", "月", null],
    ["5万", "人", null],
    ["万元", "元", null],
  ])("%s in %s is %s", (text, unit, number) => {
    expect(measuredFromText(text, unit)).toBe(number);
  });
});
