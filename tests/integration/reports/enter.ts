import type {
  Report,
  ReportedActivity,
  ReportedSession,
  ReportedSuggestions,
  ReportedTownship,
} from "../../fixtures/reports/report";
import { endOfDay, yearOf, type Day } from "@/lib/dates";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { enterContact, enterFund, enterGroupActivities, enterVisit } from "./deputy-work";
import { enterFurther } from "./further-work";
import { carryOut } from "./suggestion-steps";

/** The office that enters the report: the town's chair, on the last day of the period told. */
export type Desk = {
  report: Report;
  town: TestTownship;
  chair: ReturnType<typeof callerAs>;
  /** what every command of the township carries */
  key: () => { township: string; idempotencyKey: string };
  /** ids of the deputies in the order of their numbers */
  deputies: string[];
};

export type Entered = {
  county: TestCounty;
  desks: Desk[];
  leader: ReturnType<typeof callerAs>;
  year: number;
};

const levelWords = { city: "市", county: "县", township: "乡镇" } as const;
const noteOf = ({ source, dayNote }: { source: string; dayNote: string | null }) =>
  dayNote === null ? source : `${source};${dayNote}`;

async function enterDeputies({ chair, key, report }: Desk, told: ReportedTownship): Promise<void> {
  const startsOn = report.period.from;
  const known = told.deputies.length > 0 ? told.deputies : [unnamedDeputy];
  const people = known.flatMap((line) => Array.from({ length: line.inOffice }, () => line));
  const rows = people.map(({ level, constituency, source }, index) => ({
    line: index + 2,
    cells: {
      name: `代表${index + 1}号`,
      levels: levelWords[level],
      termName: "报告所记届次",
      startsOn,
      ...(constituency === undefined ? {} : { constituency }),
      ...(told.groups === null ? {} : { group: `第${(index % told.groups.count) + 1}代表小组` }),
      sourceNote: source,
    },
  }));
  await chair.deputies.importRows({ ...key(), rows });
  for (const { level, seats, source } of told.deputies) {
    if (seats === undefined) continue;
    const quota = { level, seats, termName: "报告所记届次", startsOn, sourceNote: source };
    await chair.deputies.setSeats({ ...key(), ...quota });
  }
}

const unnamedDeputy = {
  level: "township",
  inOffice: 1,
  constituency: undefined,
  source: "报告未载代表人数",
} as const;

async function enterPresidium({ chair, key, report }: Desk, told: ReportedTownship): Promise<void> {
  for (const { source, ...member } of told.members) {
    await chair.presidiumMembers.create({
      ...key(),
      ...member,
      startsOn: report.period.from,
      sourceNote: source,
    });
  }
  for (const meeting of told.meetings) {
    const { topic, occurredOn } = meeting;
    await chair.presidium.create({
      ...key(),
      kind: "regular",
      topic,
      occurredOn,
      sourceNote: noteOf(meeting),
    });
  }
}

async function enterElections(desk: Desk, sessionId: string, told: ReportedSession): Promise<void> {
  const { chair, key } = desk;
  const all = desk.deputies.length;
  const ballots = { deputiesTotal: all, present: all, ballotsIssued: all, ballotsReturned: all };
  for (const { post, seats } of told.elected) {
    const { version } = await chair.sessions.byId({ township: desk.town.code, id: sessionId });
    const candidates = Array.from({ length: seats }, (_, index) => ({
      name: `候选人${index + 1}号`,
      inFavour: all,
      against: 0,
      abstained: 0,
    }));
    const line = { sessionId, version, post, seats, bySupplement: true, candidates };
    await chair.sessions.saveElection({ ...key(), ...line, ...ballots });
  }
}

/** Terms and sessions; gives the id of the session that a day's suggestions belong to. */
async function enterSessions(desk: Desk, told: ReportedTownship): Promise<Map<Day, string>> {
  const { chair, key, report } = desk;
  const held = new Map<Day, string>();
  for (const session of told.sessions) {
    const sourceNote = noteOf(session);
    const term = { number: session.term, startsOn: report.period.from, sourceNote: session.source };
    const { id: termId } = await chair.sessions.createTerm({ ...key(), ...term });
    const { number, startsOn, agenda } = session;
    const facts = { termId, number, kind: "regular", startsOn, agenda, sourceNote } as const;
    const { id } = await chair.sessions.create({ ...key(), ...facts });
    held.set(startsOn, id);
    await enterElections(desk, id, session);
  }
  return held;
}

async function enterSuggestions(
  desk: Desk,
  told: ReportedSuggestions,
  sessions: Map<Day, string>,
  unitId: string,
): Promise<void> {
  const { chair, key, deputies } = desk;
  const [lead = "", ...others] = deputies;
  for (let ordinal = 1; ordinal <= told.count; ordinal += 1) {
    const made = await chair.suggestions.create({
      ...key(),
      kind: told.kind,
      title: told.titleOf(ordinal),
      content: "报告只记件数或事由,未载内容。",
      category: "other",
      origin: told.origin,
      sessionId: told.origin === "session" ? (sessions.get(told.occurredOn) ?? null) : null,
      leadDeputyId: lead,
      cosignerIds: told.kind === "bill" ? others.slice(0, 4) : [],
      occurredOn: told.occurredOn,
      sourceNote: noteOf(told),
      submit: true,
    });
    await carryOut(desk, made, told, { ordinal, lead, unitId });
  }
}

/** Units by the names the report calls them, entered where they are not there yet. */
async function unitsCalled({ chair, key, town, report }: Desk, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const known = (await chair.units.options({ township: town.code })).find((unit) => unit.name === name);
    const facts = { name, kind: "department", occurredOn: report.period.from } as const;
    ids.push(known?.id ?? (await chair.units.create({ ...key(), ...facts })).id);
  }
  return ids;
}

async function enterActivity(desk: Desk, told: ReportedActivity): Promise<void> {
  const { chair, key, deputies, town } = desk;
  const { kind, topic, lawName, occurredOn, visited, unnamed, about, joint } = told;
  const deputyIds = deputies.slice(0, told.participants?.count ?? 0);
  const unitIds = await unitsCalled(desk, told.units ?? []);
  const heads = { unnamed, unnamedAbout: about, isJoint: joint };
  const facts = { kind, topic, lawName, occurredOn, visited, deputyIds, unitIds, sourceNote: noteOf(told) };
  const { id } = await chair.supervision.create({ ...key(), ...facts, ...heads });
  for (let number = 1; number <= told.findings; number += 1) {
    const description = `报告所记第${number}个问题(内容未载)`;
    await chair.supervision.addFinding({
      ...key(),
      activityId: id,
      description,
      occurredOn,
      sourceNote: told.source,
    });
  }
  if (told.report !== undefined && told.findings > 0) {
    const { version } = await chair.supervision.byId({ township: town.code, id });
    const completed = { version, report: told.report, reportedOn: occurredOn };
    await chair.supervision.complete({ ...key(), id, ...completed });
  }
}

async function enterTownship(desk: Desk, told: ReportedTownship): Promise<void> {
  const { chair, key, report, town } = desk;
  await enterDeputies(desk, told);
  const roster = await chair.deputies.options({ township: town.code, on: report.period.to });
  const number = (name: string) => Number(/\d+/.exec(name)?.[0]);
  desk.deputies = roster.sort((a, b) => number(a.name) - number(b.name)).map(({ id }) => id);
  await enterPresidium(desk, told);
  const sessions = await enterSessions(desk, told);
  const unit = { name: "报告未载的承办单位", kind: "department" } as const;
  const made = await chair.units.create({ ...key(), ...unit, occurredOn: report.period.from });
  for (const suggestions of told.suggestions) {
    await enterSuggestions(desk, suggestions, sessions, made.id);
  }
  for (const activity of told.activities) await enterActivity(desk, activity);
  if (told.contact !== null) await enterContact(desk, told.contact);
  if (told.groupActivities !== null) await enterGroupActivities(desk, told.groupActivities);
  for (const visit of told.visits) await enterVisit(desk, visit);
  for (const fund of told.funds) await enterFund(desk, fund);
  await enterFurther(desk, told, made.id);
}

/** Enters a report through the same commands as the screens, in a county of its own. */
export async function enterReport(report: Report): Promise<Entered> {
  const names = report.townships.map(({ name }) => name);
  const county = await createCounty(names, report.county.province);
  const now = endOfDay(report.period.to);
  const desks: Desk[] = [];
  for (const [index, town] of county.townships.entries()) {
    const told = report.townships[index];
    if (told === undefined) continue;
    const chair = callerAs("townshipChair", county, town, now);
    const key = () => ({ township: town.code, idempotencyKey: newKey() });
    const desk: Desk = { report, town, chair, key, deputies: [] };
    desks.push(desk);
    await enterTownship(desk, told);
  }
  const leader = callerAs("countyLeader", county, undefined, now);
  if (report.county.standard !== undefined)
    await leader.standards.set({
      ...{ idempotencyKey: newKey(), fromYear: yearOf(report.period.to), preset: report.county.standard },
    });
  return { county, desks, leader, year: yearOf(report.period.to) };
}
