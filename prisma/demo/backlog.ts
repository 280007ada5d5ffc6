import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { deputyVisit, dutyInspection } from "@/domains/duty/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, lateNote } from "./desk";

/** What one office found in its deputies' files; another took it over with its own names. */
const found = (place: string, checked: number, short: number) =>
  `${place}主席团组织对${checked}名代表上半年的履职档案逐人翻看。总体情况较好，会议出席和小组活动记录比较完整，走访联系选民的记录偏少，` +
  `有${short}名代表只登记了次数，没有写明走访对象和反映的问题；部分代表的建议办理情况没有随档更新，述职材料没有及时归档。` +
  "要求有关代表在一个月内补齐，代表小组组长逐人核对，联络员每月提醒一次，年终检查时重点看这次指出的问题是否改到位，并在代表小组会上通报。";

const told = (day: Day, on: Day) => ({ sourceNote: demoNote, lateReason: lateNote(day, on) });

async function enterInspection(desk: Desk, day: Day, result: string): Promise<void> {
  if (day > desk.asOf) return;
  await enter(desk, day, recordCommands(dutyInspection).create, createInputOf(dutyInspection), {
    ...{ occurredOn: day, kind: "half" as const, inspectors: "主席团", result, ...told(day, day) },
  });
}

/** Spring's visits, written down on one afternoon of late autumn. */
async function enterSpring(desk: Desk, year: number): Promise<void> {
  const on = `${year}-11-16`;
  if (on > desk.asOf) return;
  for (const [index, { id }] of (await peopleInOffice(desk.scope, on)).slice(0, 8).entries()) {
    const day = addDays(`${year}-03-04`, index * 13);
    await enter(desk, on, recordCommands(deputyVisit).create, createInputOf(deputyVisit), {
      ...{ deputyId: id, occurredOn: day, kind: "visit" as const, households: 3 + (index % 4) },
      ...{ place: null, note: null, ...told(day, on) },
    });
  }
}

/** What raises a question in the running year: one township's text in another's files, and a spring entered in November. */
export async function enterBacklog(desk: Desk): Promise<void> {
  const year = yearOf(desk.asOf);
  const { name, login } = desk.town;
  if (login === "gaoting") await enterInspection(desk, `${year}-07-08`, found(name, 100, 12));
  if (login !== "dongsha") return;
  await enterInspection(desk, `${year}-07-21`, found(name, 55, 6));
  await enterSpring(desk, year);
}
