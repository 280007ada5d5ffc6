import { describe, expect, it } from "vitest";
import { changesOf, happenedOn, lateBy } from "@/domains/history/rules";

const id = "019a0000-0000-7000-8000-000000000001";
const told = (recordType: string, detail: unknown, action = "x.edit") =>
  changesOf({ recordType, action, detail }, new Map([[id, "王某"]]));

describe("what a change changed", () => {
  it("is said in the screens' words: the field's label, old and new value", () => {
    const detail = {
      before: { kind: "regular", place: null, startsOn: "2026-01-13T00:00:00.000Z", minutes: 240 },
      after: { kind: "extra", place: "镇礼堂", startsOn: "2026-01-13", minutes: 480 },
    };
    expect(told("session", detail)).toEqual([
      { label: "会议种类", before: "例会", after: "临时召集" },
      { label: "地点", before: "未填", after: "镇礼堂" },
      { label: "会期（分钟）", before: "240", after: "480" },
    ]);
  });

  it("names people and units instead of printing their ids", () => {
    const detail = {
      before: { leadDeputyId: id, cosignerIds: [] },
      after: { leadDeputyId: null, cosignerIds: [id] },
    };
    expect(told("suggestion", detail)).toEqual([
      { label: "领衔代表", before: "王某", after: "未填" },
      { label: "附议代表", before: "无", after: "王某" },
    ]);
  });

  it("shows of long texts the place that was changed, not two beginnings that are alike", () => {
    const text = "路".repeat(300);
    const [change] = told("suggestion", {
      before: { content: `${text}甲` },
      after: { content: `${text}乙` },
    });
    expect(change).toMatchObject({
      before: `…${"路".repeat(30)}甲`,
      after: `…${"路".repeat(30)}乙`,
    });
  });

  it("keeps telephone numbers covered, even where a command did not [S47]", () => {
    const detail = { before: { phone: "13800001111" }, after: { phone: "13800002222" } };
    expect(told("deputy", detail)).toEqual([{ label: "电话", before: "138****1111", after: "138****2222" }]);
  });

  it("shows no column that is no fact, and nothing where only one side is known", () => {
    expect(
      told("activity", { before: { version: 1, editedBy: id }, after: { version: 2, editedBy: null } }),
    ).toEqual([]);
    expect(told("activity", { after: { topic: "视察" } })).toEqual([]);
    expect(told("activity", { before: { topic: "视察" }, after: { report: "已报告" } })).toEqual([]);
  });

  it("tells of a list that was replaced as a whole who is in it", () => {
    const detail = {
      before: [{ deputyId: id, name: "王某", status: "leave", leaveReason: "出差" }],
      after: [{ deputyId: id, status: "absent", leaveReason: null }],
    };
    expect(told("session", detail, "sessions.recordAttendance")).toEqual([
      { label: "未出席", before: "王某 请假 出差", after: "王某 缺席" },
    ]);
  });
});

describe("the two days of an act", () => {
  it("an edit has no day but the one it was entered on; a step has its own [R9]", () => {
    expect(happenedOn("sessions.edit", "2026-01-13")).toBeNull();
    expect(happenedOn("presidium.editMember", "2026-01-13")).toBeNull();
    expect(happenedOn("suggestions.reply", "2026-01-13")).toBe("2026-01-13");
  });

  it("the tenth day is in time, the eleventh is late [R9]", () => {
    expect(lateBy("2026-01-13", "2026-01-23")).toBeNull();
    expect(lateBy("2026-01-13", "2026-01-24")).toBe(11);
    expect(lateBy(null, "2026-01-24")).toBeNull();
  });
});
