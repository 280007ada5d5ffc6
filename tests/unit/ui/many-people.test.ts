import { describe, expect, test } from "vitest";
import type { RowQuestion } from "@/lib/sheets";
import { fromList, groupsOf, isWhole, withGroup } from "@/ui/form/many-people";
import { byPinyin, matchesName } from "@/ui/form/pinyin-match";
import { askedIn, answersOf, openOf, withRest } from "@/ui/import/row-answers";

const people = [
  { id: "1", name: "单涛", groups: ["第十代表小组"] },
  { id: "2", name: "尉迟敏", groups: ["第二代表小组"] },
  { id: "3", name: "阿依古丽·买买提", groups: ["第二代表小组", "第十代表小组"] },
  { id: "4", name: "张伟（大）" },
  { id: "5", name: "张伟（小）", groups: [] },
];

test("people are offered by pinyin, whose pinyin is not known by what their characters are mostly read as", () => {
  const offered = [
    { id: "1", name: "张伟", pinyin: "zhang wei" },
    { id: "2", name: "王芳" },
    { id: "3", name: "单涛", pinyin: "shan tao" },
    { id: "4", name: "林海", pinyin: "lin hai" },
  ];
  expect(byPinyin(offered).map(({ name }) => name)).toEqual(["林海", "单涛", "王芳", "张伟"]);
});

describe("many people are chosen at once", () => {
  test("by their groups, in natural order; once more takes the group out again [R4]", () => {
    const groups = groupsOf(people);
    expect(groups).toEqual([
      { name: "第二代表小组", ids: ["2", "3"], away: [] },
      { name: "第十代表小组", ids: ["1", "3"], away: [] },
    ]);
    const [second] = groups;
    if (!second) throw new Error("no group");
    expect(isWhole(second, ["2"])).toBe(false);
    expect(withGroup(second, ["4", "2"])).toEqual(["4", "2", "3"]);
    expect(withGroup(second, ["4", "2", "3"])).toEqual(["4"]);
  });

  test("by a pasted list, however it is separated; who is unknown or not the only one is named", () => {
    expect(fromList(people, "单　涛，尉迟敏\n阿依古丽•买买提（女）")).toEqual({
      ids: ["1", "2", "3"],
      missed: [],
      away: [],
    });
    expect(fromList(people, "单涛、张伟、李四")).toEqual({
      ids: ["1"],
      missed: ["张伟（有2位）", "李四（没有这个名字）"],
      away: [],
    });
    expect(fromList(people, "张伟(大) 单涛")?.ids).toEqual(["4", "1"]);
    expect(fromList(people, "单 涛")).toBeNull();
  });

  test("but for whoever is on leave where it is asked who was there: left out, and named with the days [R43]", () => {
    const leave = { from: "2026-03-01", until: "2026-03-08" };
    const some = people.map((person) => (person.id === "2" ? { ...person, leave } : person));
    const told = "尉迟敏（3月1日至3月8日请假）";
    expect(groupsOf(some, true)[0]).toEqual({ name: "第二代表小组", ids: ["3"], away: [told] });
    expect(fromList(some, "单涛、尉迟敏", true)).toEqual({ ids: ["1"], missed: [], away: [told] });
    expect(groupsOf(some)[0]?.ids).toEqual(["2", "3"]);
    expect(fromList(some, "单涛、尉迟敏")?.ids).toEqual(["1", "2"]);
  });

  test.each(["单　涛", "单 涛（男）", "阿依古丽 • 买买提", "阿依古丽买买提", "(大)", "买买提"])(
    "somebody is found by %j in a choice of names",
    (typed) => {
      expect(people.some((person) => matchesName(person, typed))).toBe(true);
    },
  );
});

describe("questions about rows", () => {
  const question = (line: number, kinds: ("update" | "keep" | "another")[]): RowQuestion => ({
    line,
    title: "单涛",
    facts: [],
    choices: kinds.map((kind, index) => ({ value: `${kind}:${index}`, kind, label: kind })),
  });
  const questions = [
    question(2, ["update", "keep", "another"]),
    question(3, ["keep", "another"]),
    question(4, ["keep", "keep", "another"]),
  ];

  test("are open until each is answered, and what is answered stays when the rest is answered alike [R3]", () => {
    expect(openOf(questions, {})).toHaveLength(3);
    const answers = withRest(questions, { 2: "another:2" }, "keep");
    expect(answers).toEqual({ 2: "another:2", 3: "keep:0" });
    expect(openOf(questions, answers).map(({ line }) => line)).toEqual([4]);
    expect(answersOf(questions, answers)).toEqual([
      { line: 2, value: "another:2" },
      { line: 3, value: "keep:0" },
    ]);
  });

  test("are told from other refusals of a form", () => {
    const [one] = questions;
    expect(askedIn({ data: { details: { question: one } } })).toEqual(one);
    for (const other of [null, new Error("x"), { data: { details: { current: {} } } }, { data: null }]) {
      expect(askedIn(other)).toBeNull();
    }
  });
});
