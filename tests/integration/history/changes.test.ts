import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/dates";
import { type Desk, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

/** The audit keeps the database's own time, so that here "today" is really today. */
const day = dayOf(new Date());
const ago = (days: number) => addDays(day, -days);
let desk: Desk;
const on = () => desk.on(day);
const made = () => ({ ...desk.at, idempotencyKey: newKey() });

beforeAll(async () => {
  const county = await createCounty(["长涂镇"]);
  const [township] = county.townships;
  if (township === undefined) throw new Error("no township");
  desk = await openDesk(county, township);
});

type Entry = { summary: string; happenedOn: string | null; entered: string; changes: object[]; who: string };
const edit = (timeline: Entry[]) => {
  const found = timeline.find(({ summary, changes }) => summary.startsWith("修改") && changes.length > 0);
  return { day: found?.happenedOn, entered: found?.entered.slice(0, 10), changes: found?.changes };
};
const changed = (...changes: [label: string, before: string, after: string][]) => ({
  day: null,
  entered: day,
  changes: changes.map(([label, before, after]) => ({ label, before, after })),
});

describe("an edit tells in every slice what was before and what after, and is of the day it was entered [S74]", () => {
  it("of a deputy, the telephone number covered", async () => {
    const id = desk.mover;
    await on().deputies.edit({
      ...made(),
      id,
      version: 1,
      name: "代表甲",
      party: "中共党员",
      phone: "13800001234",
    });
    const { timeline } = await on().deputies.byId({ ...desk.at, id });
    expect(edit(timeline)).toEqual(
      changed(["政治面貌", "未填", "中共党员"], ["电话", "未填", "138****1234"]),
    );
  });

  it("of a session, and of its roll", async () => {
    const { id: termId } = await on().sessions.createTerm({ ...made(), number: 19, startsOn: "2022-01-10" });
    const facts = { termId, number: 1, kind: "regular" as const, startsOn: ago(311) };
    const { id } = await on().sessions.create({ ...made(), ...facts });
    await on().sessions.edit({ ...made(), ...facts, id, version: 1, place: "镇礼堂" });
    await on().sessions.recordAttendance({
      ...made(),
      id,
      version: 2,
      exceptions: [{ deputyId: desk.mover, status: "leave", leaveReason: "出差" }],
    });
    const { timeline } = await on().sessions.byId({ ...desk.at, id });
    expect(edit(timeline)).toEqual(changed(["地点", "未填", "镇礼堂"]));
    expect(timeline.find(({ action }) => action === "sessions.recordAttendance")).toMatchObject({
      happenedOn: ago(311),
      lateBy: 311,
      changes: [{ label: "未出席", before: "无", after: "代表甲 请假 出差" }],
    });
  });

  it("of a presidium meeting", async () => {
    const facts = { kind: "regular" as const, topic: "研究代表工作", occurredOn: ago(30) };
    const { id } = await on().presidium.create({ ...made(), ...facts });
    await on().presidium.edit({ ...made(), ...facts, id, version: 1, topic: "研究预算" });
    const { timeline } = await on().presidium.byId({ ...desk.at, id });
    expect(edit(timeline)).toEqual(changed(["议题", "研究代表工作", "研究预算"]));
  });

  it("of an activity and its finding, units and deputies by their names", async () => {
    const facts = { kind: "inspectionVisit" as const, topic: "视察管网", occurredOn: ago(255) };
    const { id } = await on().supervision.create({
      ...made(),
      ...facts,
      unitIds: [desk.lead],
      deputyIds: [desk.mover],
    });
    await on().supervision.edit({
      ...made(),
      ...facts,
      id,
      version: 1,
      unitIds: [desk.co],
      deputyIds: [desk.mover],
    });
    const { timeline } = await on().supervision.byId({ ...desk.at, id });
    expect(edit(timeline)).toEqual(changed(["单位", "镇城建办", "东沙居委会"]));
    const finding = await on().supervision.addFinding({
      ...made(),
      activityId: id,
      description: "井盖破损",
      occurredOn: ago(255),
    });
    await on().supervision.editFinding({
      ...made(),
      id: finding.id,
      version: 1,
      description: "井盖破损三处",
    });
    await on().supervision.notifyFinding({
      ...made(),
      id: finding.id,
      version: 2,
      unitId: desk.lead,
      notifiedOn: ago(253),
      dueOn: addDays(day, 20),
    });
    const history = (await on().supervision.finding({ ...desk.at, id: finding.id })).timeline;
    expect(edit(history)).toEqual(changed(["问题", "井盖破损", "井盖破损三处"]));
    const notified = history.find(({ action }) => action === "supervision.notifyFinding");
    expect(notified).toMatchObject({ happenedOn: ago(253), lateBy: 253 });
    expect(notified?.changes).toEqual(
      expect.arrayContaining([
        { label: "状态", before: "已发现", after: "已通知" },
        { label: "整改单位", before: "未填", after: "镇城建办" },
        { label: "整改期限", before: "未填", after: addDays(day, 20) },
      ]),
    );
  });

  it("of a handling unit", async () => {
    await on().units.edit({
      ...made(),
      id: desk.co,
      version: 1,
      name: "东沙居委会",
      kind: "village",
      phone: "0580-4470000",
    });
    const { timeline } = await on().units.byId({ ...desk.at, id: desk.co });
    expect(edit(timeline).changes).toHaveLength(2);
    expect(edit(timeline).changes?.[0]).toEqual({
      label: "单位类别",
      before: "政府办所",
      after: "村（社区）",
    });
  });

  it("of a suggestion's draft, its signers by their names", async () => {
    const facts = {
      kind: "suggestion" as const,
      title: "关于路灯的建议",
      content: "内容",
      category: "construction" as const,
      origin: "intersession" as const,
      leadDeputyId: desk.mover,
      occurredOn: ago(19),
    };
    const { id } = await on().suggestions.create({ ...made(), ...facts, submit: false });
    await on().suggestions.edit({
      ...made(),
      ...facts,
      id,
      version: 1,
      leadDeputyId: desk.seconder,
      occurredOn: ago(18),
      category: "safety",
      submit: false,
    });
    const { timeline } = await on().suggestions.byId({ ...desk.at, id });
    expect(edit(timeline)).toEqual(
      changed(["类别", "城建", "平安法治"], ["提出日期", ago(19), ago(18)], ["领衔代表", "代表甲", "代表乙"]),
    );
    expect(timeline[0]?.who).toBe("测试员");
    expect(timeline.at(-1)).toMatchObject({ happenedOn: ago(19), lateBy: 19 });
  });
});
