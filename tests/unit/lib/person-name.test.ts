import { describe, expect, test } from "vitest";
import { nameIndex, nameKey, personName, readPersonName, splitNames, splitWords } from "@/lib/person-name";

describe("a person's name is one name however it is written", () => {
  test.each([
    ["张　三", "张三"],
    ["单  涛", "单涛"],
    ["欧 阳 修", "欧阳修"],
    ["张\u00a0三", "张三"],
    ["\u200b张三\ufeff", "张三"],
    ["Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"],
    ["J. Smith", "J. Smith"],
    ["张三（女）", "张三"],
    ["张三(女)", "张三"],
    ["张 三 （ 女 ）", "张三"],
    ["阿依古丽（女，维吾尔族）", "阿依古丽"],
    ["张伟(大)", "张伟（大）"],
    ["阿依古丽·买买提·", "阿依古丽·买买提"],
    ["张三。", "张三"],
  ])("%j is kept as %s", (written, kept) => {
    expect(personName(written)).toBe(kept);
  });

  const dots = Array.from("·•‧∙⋅・･．.·。｡●⦁⸱᛫˙");
  test.each([...dots, " · ", "　•　", "··", " . "])("the dot %j of 阿依古丽·买买提 is the dot", (dot) => {
    expect(personName(`阿依古丽${dot}买买提`)).toBe("阿依古丽·买买提");
  });

  test("what is kept stays as it is when read again", () => {
    const names = ["张　三", "张伟(大)", "阿依古丽 • 买买提", "J. Smith", "John  Smith", "·张三·"].map(
      personName,
    );
    expect(names.map(personName)).toEqual(names);
  });

  test("a note behind the name says sex and nationality", () => {
    expect(readPersonName("阿依古丽（女、维吾尔族）")).toEqual({
      name: "阿依古丽",
      gender: "female",
      ethnicity: "维吾尔族",
    });
    expect(readPersonName("张三")).toEqual({ name: "张三", gender: null, ethnicity: null });
  });

  test("spellings of one name share a key, other names do not", () => {
    const spellings = ["阿依古丽·买买提", "阿依古丽 • 买买提", "阿依古丽买买提", "阿依古丽．买买提（女）"];
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
    expect(nameKey("JOHN SMITH")).toBe(nameKey("John Smith"));
    expect(nameKey("张三")).not.toBe(nameKey("张三丰"));
  });
});

describe("a name finds its persons", () => {
  const index = nameIndex([
    { name: "张伟" },
    { name: "张伟（小）" },
    { name: "李娜（大）" },
    { name: "李娜（小）" },
  ]);
  test("those written just so come before those who only sound so", () => {
    expect(index.of("张　伟")).toEqual([{ name: "张伟" }]);
    expect(index.of("张伟(小)")).toEqual([{ name: "张伟（小）" }]);
    expect(index.of("李娜")).toHaveLength(2);
    expect(index.of("王五")).toEqual([]);
  });
});

describe("a list of names is the same list however it is separated", () => {
  const known = new Set(["单涛", "尉迟敏", "阿依古丽·买买提", "仇小兵", "王和平", "John Smith"].map(nameKey));
  const inRoster = (name: string) => known.has(nameKey(name));

  const separators = [
    ...Array.from("，,、､；;／/|\n\t\u000b&+"),
    " ",
    "　",
    "  ",
    " 和 ",
    "\r\n",
    "， ",
    "、\n",
  ];
  test.each(separators)("separated by %j, with a roster and without", (separator) => {
    expect(splitNames(`单涛${separator}尉迟敏`)).toEqual(["单涛", "尉迟敏"]);
    expect(splitNames(`单涛${separator}尉迟敏`, inRoster)).toEqual(["单涛", "尉迟敏"]);
  });

  test.each([
    ["单  涛、尉迟敏", ["单涛", "尉迟敏"]],
    ["单　涛 尉迟敏", ["单涛", "尉迟敏"]],
    ["单 涛 尉迟 敏", ["单涛", "尉迟敏"]],
    ["张 三 李 四", ["张三", "李四"]],
    ["欧 阳 修", ["欧阳修"]],
    ["阿依古丽•买买提，单涛", ["阿依古丽·买买提", "单涛"]],
    ["阿依古丽 · 买买提 单涛", ["阿依古丽·买买提", "单涛"]],
    ["John Smith 单涛", ["John Smith", "单涛"]],
    ["单涛（女、汉族）、尉迟敏（第二 选区）", ["单涛", "尉迟敏（第二选区）"]],
    ["1.单涛 2.尉迟敏", ["单涛", "尉迟敏"]],
    ["1、单涛 2、尉迟敏", ["单涛", "尉迟敏"]],
    ["单涛、、尉迟敏；", ["单涛", "尉迟敏"]],
    ["王和平", ["王和平"]],
    ["和志刚", ["和志刚"]],
  ])("%j", (text, names) => {
    expect(splitNames(text)).toEqual(names);
    expect(splitNames(text, inRoster)).toEqual(names);
  });

  test.each([
    ["单涛和尉迟敏", ["单涛", "尉迟敏"]],
    ["单涛、尉迟敏和仇小兵", ["单涛", "尉迟敏", "仇小兵"]],
    ["单涛与王和平", ["单涛", "王和平"]],
    ["单涛.尉迟敏", ["单涛", "尉迟敏"]],
    ["单涛和无此人", ["单涛", "无此人"]],
    ["John Smith 单 涛", ["John Smith", "单涛"]],
  ])("%j, where the roster knows them", (text, names) => {
    expect(splitNames(text, inRoster)).toEqual(names);
  });

  test.each(["", "  ", "无", "没有", "-", "——", "/", "N/A", "暂无"])("%j means nobody", (text) => {
    expect(splitNames(text)).toEqual([]);
  });

  test("a long text is split in no time", () => {
    const started = performance.now();
    splitNames("和".repeat(2000), inRoster);
    splitNames("单 ".repeat(1000), inRoster);
    splitNames("a ".repeat(1000), inRoster);
    splitNames("（".repeat(2000), inRoster);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("words are split in the same way", () => {
    expect(splitWords("县，乡镇；市/省 全国")).toEqual(["县", "乡镇", "市", "省", "全国"]);
  });
});
