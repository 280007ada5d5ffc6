import { addDays, type Day } from "@/lib/dates";
import { createMeeting } from "@/domains/presidium/commands/meetings";
import { createMeetingInput } from "@/domains/presidium/schema";
import { recordAttendance, saveElection, saveVote } from "@/domains/sessions/commands/happenings";
import { createSession } from "@/domains/sessions/commands/sessions";
import {
  createSessionInput,
  recordAttendanceInput,
  saveElectionInput,
  saveVoteInput,
} from "@/domains/sessions/schema";
import type { AgendaKind } from "@/domains/sessions/labels";
import type { Context, Story } from "./context";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear, type DemoTownship } from "./places";
import { personName } from "./names";
import { type Random, randomOf } from "./random";
import { leaveReasons, presidiumTopics } from "./words";

const dated = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const winterAgenda: { kind: AgendaKind; title: string; minutes: number }[] = [
  { kind: "governmentReport", title: "政府工作报告", minutes: 50 },
  { kind: "presidiumReport", title: "主席团工作报告", minutes: 30 },
  { kind: "budget", title: "财政预算执行情况和预算草案", minutes: 30 },
  { kind: "projectBallot", title: "民生实事项目票决", minutes: 40 },
  { kind: "deliberation", title: "分组审议", minutes: 150 },
  { kind: "resolution", title: "通过各项决议", minutes: 20 },
];
const summerAgenda: { kind: AgendaKind; title: string; minutes: number }[] = [
  { kind: "specialReport", title: "上半年政府工作情况报告", minutes: 40 },
  { kind: "suggestionReport", title: "代表建议办理情况报告", minutes: 30 },
  { kind: "deliberation", title: "分组审议", minutes: 90 },
];

type Held = { id: string; version: number; total: number; present: number };

async function attend(desk: Desk, random: Random, on: Day, id: string, context: Context): Promise<number> {
  const away = random.some(
    context.roster,
    random.between(1, Math.max(2, Math.round(context.roster.length / 12))),
  );
  const exceptions = away.map((deputy, index) => ({
    deputyId: deputy.id,
    status: index % 4 === 3 ? ("absent" as const) : ("leave" as const),
    leaveReason: index % 4 === 3 ? null : random.pick(leaveReasons),
  }));
  await enter(desk, on, recordAttendance, recordAttendanceInput, { id, version: 1, exceptions });
  return away.length;
}

async function voteOn(desk: Desk, on: Day, held: Held, matter: string, against: number): Promise<Held> {
  const { id, version, total, present } = held;
  const counts = { deputiesTotal: total, present, inFavour: present - against, against };
  const vote = { sessionId: id, version, matter, method: "showOfHands", ...counts } as const;
  await enter(desk, on, saveVote, saveVoteInput, { ...vote, abstained: 0, notVoted: 0 });
  return { ...held, version: version + 1 };
}

type Post = "congressChair" | "townshipHead";

async function elect(desk: Desk, on: Day, held: Held, post: Post, name: string): Promise<Held> {
  const { id, version, total, present } = held;
  const ballots = { deputiesTotal: total, present, ballotsIssued: present, ballotsReturned: present };
  const candidates = [{ name, inFavour: present - 1, against: 1, abstained: 0 }];
  const line = { sessionId: id, version, post, seats: 1, candidates };
  await enter(desk, on, saveElection, saveElectionInput, { ...line, ...ballots });
  return { ...held, version: version + 1 };
}

/** Slack offices have not written down when they sent the notice of a summer session. */
const noticeDayOf = ({ habits }: DemoTownship, half: 1 | 2, sentOn: Day): Day | null =>
  half === 2 && habits.late > 0.2 ? null : sentOn;

function session(town: DemoTownship, year: number, half: 1 | 2): Story {
  const random = randomOf(`${town.code} session ${year} ${half}`);
  const day = half === 1 ? dated(year, 1, random.between(14, 26)) : dated(year, 7, random.between(20, 30));
  const number = (year - firstYear) * 2 + half;
  const tell = async (desk: Desk, context: Context) => {
    const on = enteredOn(desk, random, day);
    const minutes = half === 1 ? random.pick([480, 720, 780]) : random.pick([240, 420, 480]);
    const { id } = await enter(desk, on, createSession, createSessionInput, {
      termId: context.termId,
      number,
      kind: number === 1 ? "first" : "regular",
      startsOn: day,
      endsOn: minutes > 480 ? addDays(day, 1) : day,
      minutes,
      noticeSentOn: noticeDayOf(town, half, addDays(day, -random.between(5, 12))),
      documentsSentOn: addDays(day, -random.between(1, 4)),
      convenedBy: "主席团",
      place: `${town.shortName}会议中心`,
      agenda: half === 1 ? winterAgenda : summerAgenda,
      lateReason: lateNote(day, on),
      sourceNote: demoNote,
    });
    context.sessions.push({ id, startsOn: day });
    const afterTerm = day >= "2025-05-21" ? 0 : town.seats.township - town.inOffice.township;
    const total = context.roster.length + afterTerm;
    let held: Held = { id, version: 1, total, present: total - random.between(1, 4) };
    if (town.habits.attendance) {
      const away = await attend(desk, random, on, id, context);
      held = { ...held, version: 2, present: total - away };
    }
    for (const { title } of half === 1 ? winterAgenda.slice(0, 3) : summerAgenda.slice(0, 1)) {
      held = await voteOn(desk, on, held, `关于${title}的决议`, random.between(0, 2));
    }
    if (number !== 1) return;
    held = await elect(desk, on, held, "congressChair", context.roster[0]?.name ?? "");
    await elect(desk, on, held, "townshipHead", personName(random));
  };
  return { day, random, tell };
}

function presidium(town: DemoTownship, year: number, quarter: number): Story {
  const random = randomOf(`${town.code} presidium ${year} ${quarter}`);
  const day = dated(year, quarter * 3 - random.between(0, 1), random.between(3, 24));
  const tell = async (desk: Desk, { members }: Context) => {
    const on = enteredOn(desk, random, day);
    const away = random.some(members, random.between(0, 2));
    const exceptions = away.map((memberId) => ({
      memberId,
      status: "leave" as const,
      leaveReason: random.pick(leaveReasons),
    }));
    await enter(desk, on, createMeeting, createMeetingInput, {
      number: (year - firstYear) * town.habits.quarters.length + town.habits.quarters.indexOf(quarter) + 1,
      kind: "regular",
      topic: random.pick(presidiumTopics),
      decisions: "会议原则同意汇报，要求有关单位按期办结并向主席团报告。",
      place: `${town.shortName}人大代表之家`,
      occurredOn: day,
      exceptions: town.habits.attendance ? exceptions : null,
      lateReason: lateNote(day, on),
      sourceNote: demoNote,
    });
  };
  return { day, random, tell };
}

export function meetingsOf(town: DemoTownship, year: number): Story[] {
  return [
    session(town, year, 1),
    session(town, year, 2),
    ...town.habits.quarters.map((quarter) => presidium(town, year, quarter)),
  ];
}
