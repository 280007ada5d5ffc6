import { setTasks } from "@/domains/decisions/commands";
import { resolution } from "@/domains/decisions/record";
import { setTasksInput } from "@/domains/decisions/schema";
import { fiscalCheck } from "@/domains/fiscal/record";
import { fiscalSteps, type FiscalStep } from "@/domains/fiscal/rules";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf, stepInputOf } from "@/domains/records/schema";
import { specialWorkReport } from "@/domains/reports/record";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { meetingsOf } from "./meetings";
import { type Random, randomOf } from "./random";

const reports = recordCommands(specialWorkReport);
const resolutions = recordCommands(resolution);
const topics = ["安全生产工作", "环境保护工作", "民生实事项目建设", "义务教育工作", "乡村振兴工作"];

/** Heard and deliberated; handed to the government, answered in time or not, and followed up where the office is diligent. */
async function hear(desk: Desk, random: Random, day: Day, topic: string, yearly: boolean): Promise<void> {
  const { asOf, town } = desk;
  const handedOn = addDays(day, random.between(2, 6));
  const on = enteredOn(desk, random, handedOn);
  // Of a report just heard the opinion is still being written.
  const done = handedOn <= asOf && !random.chance(town.habits.late / 2);
  const { id } = await enter(desk, done ? on : day, reports.create, createInputOf(specialWorkReport), {
    ...{ topic, kind: yearly ? "lawGovernment" : "special", body: yearly ? "congress" : "presidium" },
    ...{ occurredOn: day, materialsSentOn: addDays(day, -random.between(2, 6)), sourceNote: demoNote },
    ...(done
      ? { opinionOn: day, opinion: "工作有成效，要抓薄弱环节，明确责任和时限，结果报主席团。", handedOn }
      : {}),
    lateReason: done ? lateNote(day, on) : null,
  });
  const respondedOn = addDays(handedOn, random.between(40, random.chance(town.habits.overdue) ? 130 : 88));
  if (!done || respondedOn > asOf) return;
  const respond = {
    step: "respond" as const,
    respondedOn,
    response: "已逐条研究处理，需长期推进的列入年度计划。",
  };
  await enter(desk, respondedOn, reports.step, stepInputOf(specialWorkReport), {
    id,
    version: 1,
    ...respond,
  });
  const implementedOn = addDays(respondedOn, random.between(20, 50));
  if (implementedOn > asOf || random.chance(0.5)) return;
  const implementation = "主席团成员实地检查，审议意见已落实。";
  const follow = { step: "implement" as const, implementedOn, implementation };
  await enter(desk, implementedOn, reports.step, stepInputOf(specialWorkReport), {
    id,
    version: 2,
    ...follow,
  });
}

/** Adopted at the session, filed with the county in time or not, with two tasks. */
async function adopt(desk: Desk, random: Random, day: Day, title: string): Promise<void> {
  const { asOf, town } = desk;
  const on = enteredOn(desk, random, day);
  const { id } = await enter(desk, on, resolutions.create, createInputOf(resolution), {
    ...{ title, kind: "resolution", occurredOn: day, sourceNote: demoNote, lateReason: lateNote(day, on) },
  });
  const dueOn = `${yearOf(day)}-10-31`;
  const lines = ["把决议要求分解到各办（站、所）", "向下一次人代会报告执行情况"].map((content, index) => {
    const doneOn = addDays(day, 30 + index * 120);
    return { content, responsible: "党政办公室", dueOn, doneOn: doneOn <= asOf ? doneOn : null };
  });
  const last = lines.reduce(
    (latest, { doneOn }) => (doneOn !== null && doneOn > latest ? doneOn : latest),
    day,
  );
  await enter(desk, last, setTasks, setTasksInput, { id, version: 1, tasks: lines });
  const filedOn = addDays(
    day,
    random.between(5, random.chance(town.habits.late + town.habits.overdue) ? 60 : 28),
  );
  if (filedOn > asOf) return;
  await enter(desk, filedOn, resolutions.step, stepInputOf(resolution), {
    ...{ id, version: 2, step: "file" as const, filedOn },
  });
}

const examined: Record<FiscalStep, { day: string; subject: string; by: string }> = {
  budget: { day: "01-20", subject: "预算草案和重点支出安排", by: "人代会" },
  execution: { day: "07-24", subject: "上半年预算执行情况的报告", by: "主席团会议" },
  adjustment: { day: "09-12", subject: "预算调整方案", by: "主席团会议" },
  accounts: { day: "06-18", subject: "上年度决算草案", by: "人代会" },
  projects: { day: "10-15", subject: "重点工程项目资金使用和招投标情况", by: "财经小组" },
};

async function examine(desk: Desk, random: Random, year: number): Promise<void> {
  // A slack office has entered nothing of the year's money; others leave out a step or two.
  if (random.chance(desk.town.habits.late)) return;
  const left = random.some(fiscalSteps, random.between(0, 2));
  for (const stage of fiscalSteps.filter((step) => !left.includes(step))) {
    const { day, subject, by } = examined[stage];
    const occurredOn = `${year}-${day}`;
    if (occurredOn > desk.asOf) continue;
    const on = enteredOn(desk, random, occurredOn);
    await enter(desk, on, recordCommands(fiscalCheck).create, createInputOf(fiscalCheck), {
      ...{ stage, occurredOn, subject: `${year}年${subject}`, examinedBy: by, sourceNote: demoNote },
      ...{ opinion: "收支安排合理，要管好用好资金，重点支出公开。", lateReason: lateNote(occurredOn, on) },
    });
  }
}

/** This year and the last: reports heard at presidium meetings and the session, what the session adopted, and the year's money. */
export async function enterDecisions(desk: Desk): Promise<void> {
  const last = yearOf(desk.asOf);
  for (const year of [last - 1, last]) {
    const random = randomOf(`${desk.town.code} decisions ${year}`);
    const [winter, summer, ...presidium] = meetingsOf(desk.town, year).map(({ day }) => day);
    const heard = random.some(topics, random.between(1, 3));
    for (const [index, topic] of heard.entries()) {
      const day = presidium[index];
      if (day !== undefined && day <= desk.asOf) await hear(desk, random, day, `${year}年${topic}`, false);
    }
    if (winter !== undefined && winter <= desk.asOf) {
      if (!random.chance(0.3)) await hear(desk, random, winter, `${year - 1}年法治政府建设情况`, true);
      await adopt(desk, random, winter, `关于${year}年财政预算的决议`);
    }
    if (summer !== undefined && summer <= desk.asOf && random.chance(0.6))
      await adopt(desk, random, summer, `关于批准${year - 1}年财政决算的决议`);
    await examine(desk, random, year);
  }
}
