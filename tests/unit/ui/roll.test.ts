import { expect, test } from "vitest";
import { exceptionsOf, marksOf, withMark, withReason } from "@/ui/roll/roll";

const person = (
  id: string,
  status: "present" | "leave" | "absent" | null,
  leaveReason: string | null = null,
) => ({
  id,
  name: id,
  pinyin: id,
  initials: id,
  hint: null,
  status,
  leaveReason,
});

test("a roll opened and saved unchanged is the same roll: only who was not present is written down", () => {
  const marks = marksOf([
    person("a", null),
    person("b", "present"),
    person("c", "leave", "病假"),
    person("d", "absent"),
  ]);
  expect(exceptionsOf(marks)).toEqual([
    { id: "c", status: "leave", leaveReason: "病假" },
    { id: "d", status: "absent", leaveReason: null },
  ]);
});

test("who is known to be on leave is opened as on leave, until the roll was called", () => {
  const onLeave = { reason: "公务", says: "代表名册已登记：3月1日请假" };
  const opened = marksOf([
    { ...person("a", null), onLeave },
    { ...person("b", "present"), onLeave },
    person("c", null),
  ]);
  expect(exceptionsOf(opened)).toEqual([{ id: "a", status: "leave", leaveReason: "公务" }]);
});

test("an absence carries no reason for leave, though one was typed before", () => {
  const marks = withMark(withReason({}, "a", "公务"), "a", "absent");
  expect(exceptionsOf(marks)).toEqual([{ id: "a", status: "absent", leaveReason: null }]);
});
