import { committeeHearing, type matterLabels } from "@/domains/hearings/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { type Day, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

type Matter = { topic: string; matter: keyof typeof matterLabels; decision: string; month: string };

/** What a party committee has before it of the congress, in the order of a year. */
const matters: readonly Matter[] = [
  {
    ...{ topic: "人大主席团上年工作情况和本年打算", matter: "report", month: "02" },
    decision: "同意主席团的安排，民生实事项目票决由镇长办公会配合。",
  },
  {
    ...{ topic: "代表联络站场地和活动经费", matter: "conditions", month: "06" },
    decision: "腾出便民服务中心一间作联络站，经费列入年度预算。",
  },
  {
    ...{ topic: "代表建议办理和民生实事项目进展", matter: "matter", month: "09" },
    decision: "进展慢的两件由分管领导牵头，年底前答复代表。",
  },
];

/** Where offices are slack the committee seldom has the congress before it. */
export async function enterHearings(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  for (let year = firstYear; year <= yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} hearings ${year}`);
    for (const [nth, { month, ...facts }] of matters.entries()) {
      const day: Day = `${year}-${month}-${random.between(10, 27)}`;
      const on = enteredOn(desk, random, day);
      if (day > asOf || random.chance(0.1 + town.habits.late)) continue;
      await enter(desk, on, recordCommands(committeeHearing).create, createInputOf(committeeHearing), {
        ...{ ...facts, occurredOn: day, meeting: `第${nth * 9 + random.between(3, 9)}次党委会议` },
        ...{ documentNumber: null, sourceNote: demoNote, lateReason: lateNote(day, on) },
      });
    }
  }
}
