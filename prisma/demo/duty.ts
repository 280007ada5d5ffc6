import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { deputyVisit, dutyReport, groupActivity, type groupActivityKindLabels } from "@/domains/duty/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { type Day, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { type Random, randomOf } from "./random";

/** Not every activity was written down: what was, counts as a group's record of the year. */
const topics: readonly { topic: string; kind: keyof typeof groupActivityKindLabels; note?: string }[] = [
  { topic: "学习代表法，商定本年小组活动", kind: "study", note: "学习代表法，议定三项活动和分工。" },
  { topic: "走访联系选民，收集意见", kind: "visit" },
  { topic: "视察民生实事项目进度", kind: "inspection", note: "实地看了两处项目，提出三条意见。" },
  { topic: "商议拟提出的代表建议", kind: "discussion" },
];
/** Where offices are slack, groups sit and study instead of going to look. */
const instead: (typeof topics)[number] = {
  topic: "集中学习人大业务知识",
  kind: "study",
  note: "学习材料两份。",
};
const months = ["03", "05", "08", "10"];

const isSlack = ({ town }: Desk): boolean => town.habits.late > 0.2;
/** What deputies heard on their round; of some rounds nothing was written down. */
const heard = [
  "反映村道路灯不亮，已转村里办理。",
  "询问医保缴费办法，当场说明。",
  "希望增加班车，记下待办。",
];

const told = (day: Day, on: Day) => ({ sourceNote: demoNote, lateReason: lateNote(day, on) });

/** Four activities of each group in the running year and the one before; slack offices skip some. */
async function enterActivities(desk: Desk, year: number, random: Random): Promise<void> {
  const { scope, asOf, town } = desk;
  const groups = await scope.tx.deputyGroup.findMany({ where: tenantOf(scope), orderBy: { name: "asc" } });
  for (const [place, group] of groups.entries()) {
    const members = await scope.tx.groupMember.findMany({
      where: { ...tenantOf(scope), groupId: group.id },
      orderBy: { id: "asc" },
    });
    for (const [index, usual] of topics.entries()) {
      const { note = null, ...facts } = usual.kind === "inspection" && isSlack(desk) ? instead : usual;
      const day = `${year}-${months[index] ?? "03"}-${random.between(10, 28)}`;
      if (day > asOf || random.chance(0.1 + town.habits.late)) continue;
      const inOffice = new Set((await peopleInOffice(scope, day)).map(({ id }) => id));
      const came = members
        .map(({ deputyId }) => deputyId)
        .filter((id) => inOffice.has(id) && random.chance(0.85));
      if (came.length === 0) continue;
      const on = enteredOn(desk, random, day);
      await enter(desk, on, recordCommands(groupActivity).create, createInputOf(groupActivity), {
        ...{ ...facts, groupId: group.id, occurredOn: day, deputyIds: came, ...told(day, on) },
        note: place % 3 === 2 ? null : note,
      });
    }
  }
}

/** A few deputies report to their voters every year, others than the year before. */
async function enterReports(desk: Desk, year: number, random: Random): Promise<void> {
  const { scope, asOf, town } = desk;
  const day = `${year}-11-${random.between(10, 20)}`;
  if (day > asOf) return;
  const roster = await peopleInOffice(scope, day);
  const part = Math.ceil(roster.length * (town.habits.late > 0.2 ? 0.07 : 0.16));
  const from = (year - firstYear) * part;
  for (const { id } of roster.slice(from, from + part)) {
    const voters = random.between(25, 60);
    const poor = random.between(0, 2);
    const fair = random.between(1, 6);
    const on = enteredOn(desk, random, day);
    await enter(desk, on, recordCommands(dutyReport).create, createInputOf(dutyReport), {
      ...{ deputyId: id, occurredOn: day, voters, good: voters - fair - poor - 1, fair, poor },
      ...{ place: "选区述职会", ...told(day, on) },
    });
  }
}

const visitKinds = ["forum", "service", "help", "mediation"] as const;

/** In the running year most deputies visited voters, of the one before a few are entered; some did something else as well. */
async function enterVisits(desk: Desk, year: number, random: Random, each = 1): Promise<void> {
  const { scope, asOf, town } = desk;
  const day = `${year}-0${random.between(4, 9)}-${random.between(10, 28)}`;
  if (day > asOf) return;
  for (const [place, { id }] of (await peopleInOffice(scope, day)).entries()) {
    if (place % each !== 0 || random.chance(0.15 + town.habits.late)) continue;
    const kind = random.chance(0.85) ? "visit" : random.pick(visitKinds);
    const households = kind === "visit" ? random.between(4, 9) : null;
    const on = enteredOn(desk, random, day);
    await enter(desk, on, recordCommands(deputyVisit).create, createInputOf(deputyVisit), {
      ...{ deputyId: id, occurredOn: day, kind, households, place: null, ...told(day, on) },
      note:
        (place % (isSlack(desk) ? 4 : 5) === 0) === isSlack(desk)
          ? (heard[place % heard.length] ?? null)
          : null,
    });
  }
}

/** What groups did, and which deputies reported to their voters. */
export async function enterDuty(desk: Desk): Promise<void> {
  const last = yearOf(desk.asOf);
  for (let year = firstYear; year <= last; year += 1) {
    const random = randomOf(`${desk.town.code} duty ${year}`);
    if (year >= last - 1) await enterActivities(desk, year, random);
    await enterReports(desk, year, random);
    if (year === last) await enterVisits(desk, year, random);
    if (year === last - 1) await enterVisits(desk, year, random, 4);
  }
}
