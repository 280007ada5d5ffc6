import { personKeys } from "@/server/names/pinyin";
import { type callerAs, newKey } from "../../support/tenants";
import type { Records } from "./records";
import { on } from "./rows";

type Made = { id: string };

/** Somebody of the township's congress who was elected in the year's second half. */
export async function electedLate(add: Records, name: string): Promise<string> {
  const { id } = await add.tx.deputy.create({
    data: { ...add.record("2026-08-01", {}), name, ...personKeys(name) },
  });
  const mandate = { deputyId: id, level: "township", termName: "第十九届", startsOn: on("2026-08-01") };
  await add.tx.mandate.create({ data: { ...add.record("2026-08-01", {}), ...mandate } });
  return id;
}

export async function visit(
  add: Records,
  deputyId: string,
  kind: string,
  households: number | null,
  voided = false,
) {
  await add.tx.deputyVisit.create({
    data: { ...add.record("2026-03-10", { voided }), deputyId, kind, households },
  });
}

/** An activity of a group, with what was written down of it and who signed in. */
export async function groupMet(add: Records, groupId: string, note: string | null, came: readonly string[]) {
  const { id }: Made = await add.tx.groupActivity.create({
    data: { ...add.record("2026-03-12", {}), groupId, topic: "学习", kind: "study", note },
  });
  for (const deputyId of came)
    await add.tx.groupActivityDeputy.create({ data: { ...add.line(), groupActivityId: id, deputyId } });
}

export async function post(add: Records, held: string, ends: string | null = null, voided = false) {
  const facts = { post: held, name: "张三", fullTime: true, startsOn: on("2022-01-10") };
  await add.tx.post.create({
    data: { ...add.record("2022-01-10", { voided }), ...facts, endsOn: ends === null ? null : on(ends) },
  });
}

export async function fund(add: Records, year: number, budgeted: number, voided = false) {
  const data = { ...add.record(`${year}-01-13`, { voided }), year, purpose: "work", budgeted };
  await add.tx.fund.create({ data });
}

export async function policy(
  add: Records,
  template: string,
  adopted: string,
  repealed: string | null = null,
) {
  const facts = { title: `${template} ${adopted}`, template };
  await add.tx.policy.create({
    data: { ...add.record(adopted, {}), ...facts, repealedOn: repealed === null ? null : on(repealed) },
  });
}

export async function hearing(add: Records, day: string, voided = false) {
  const facts = { topic: `主席团工作 ${day}`, matter: "report", meeting: "第3次党委会议" };
  await add.tx.committeeHearing.create({ data: { ...add.record(day, { voided }), ...facts } });
}

export async function honour(add: Records, level: string, voided = false) {
  const facts = { title: "先进", kind: "congress", level, issuedBy: "县人大常委会" };
  await add.tx.honour.create({ data: { ...add.record("2026-02-10", { voided }), ...facts } });
}

/** The county's, the province's, the township's own, and one that was struck out. */
export async function honours(add: Records) {
  for (const level of ["county", "province", "township"]) await honour(add, level);
  await honour(add, "city", true);
}

/** Two of 2026, one that was struck out, and one of the year before. */
export async function hearings(add: Records) {
  for (const day of ["2026-02-20", "2026-06-20", "2025-06-20"]) await hearing(add, day);
  await hearing(add, "2026-06-21", true);
}

export async function received(
  add: Records,
  stationId: string,
  day: string,
  visitors: number | null,
  note?: string,
) {
  const data = { ...add.record(day, {}), stationId, visitors, note: note ?? null };
  await add.received(data);
}

/** Which unit leads a suggestion, who signed it, and to how many of them each reply went in writing. */
export async function handled(
  add: Records,
  suggestionId: string,
  unitId: string,
  signers: readonly string[],
  written: readonly number[],
) {
  await add.tx.suggestionUnit.create({ data: { ...add.line(), suggestionId, unitId, role: "lead" } });
  for (const deputyId of signers)
    await add.tx.suggestionSigner.create({ data: { ...add.line(), suggestionId, deputyId } });
  for (const [index, writtenToSigners] of written.entries())
    await add.tx.reply.create({
      data: {
        ...add.line(),
        ...{
          suggestionId,
          attempt: index + 1,
          repliedOn: on("2026-04-01"),
          content: "已办",
          writtenToSigners,
        },
      },
    });
}

/** A ballot of one project for one place. */
export async function ballotWithoutChoice(add: Records) {
  const facts = {
    year: 2026,
    seats: 1,
    deputiesTotal: 50,
    present: 48,
    ballotsIssued: 48,
    ballotsReturned: 48,
  };
  const ballot: Made = await add.tx.projectBallot.create({
    data: { ...add.record("2026-07-10", {}), ...facts },
  });
  const named = { name: "追加项目", year: 2026, solicitedFrom: "deputies" };
  const project: Made = await add.tx.project.create({ data: { ...add.record("2026-06-10", {}), ...named } });
  const votes = { inFavour: 40, chosen: true };
  await add.tx.projectBallotLine.create({
    data: { ...add.line(), ballotId: ballot.id, projectId: project.id, ...votes },
  });
}

/** Two stations that received voters, one that did not, and one that was closed. */
export async function stations(add: Records): Promise<void> {
  const station = (more: { ends?: string } = {}) =>
    add.station("2022-01-01").then(async (id) => {
      if (more.ends !== undefined)
        await add.tx.station.updateMany({ where: { id }, data: { endsOn: new Date(more.ends) } });
      return id;
    });
  const [east, west] = [await station(), await station()];
  await station();
  await station({ ends: "2026-06-30" });
  await received(add, east, "2026-01-15", 3);
  await received(add, east, "2026-01-15", 2);
  await received(add, east, "2026-02-15", null);
  await received(add, west, "2026-01-15", 0, "当天无人来访");
  await add.reception(east, "2026-04-15", { voided: true });
}

/** Two sessions called by name, one by totals alone, and one struck out. */
export async function spokenAtSessions(add: Records, { one, two }: { one: string; two: string }) {
  const term = await add.term();
  const named = (second: string) => ({
    lines: [[one, "present"] as [string, string], [two, second] as [string, string]],
  });
  const speech = (sessionId: string, deputyId: string, times: number) =>
    add.tx.sessionSpeech.create({ data: { ...add.line(), sessionId, deputyId, times } });
  const first = await add.session(term, 1, "2026-01-13", named("present"));
  await speech(first, one, 3);
  await speech(first, two, 2);
  await add.session(term, 2, "2026-06-13", named("leave"));
  await add.session(term, 3, "2026-09-13", { totals: [3, 4] });
  await speech(await add.session(term, 4, "2026-09-20", { voided: true }), one, 9);
}

type Office = (day: string) => ReturnType<typeof callerAs>;

/** Through the office, since nobody else may write them: finished, overdue, not forwarded, within its days, struck out. */
export async function petitions(office: Office, township: string) {
  const key = () => ({ township, idempotencyKey: newKey() });
  const [unit] = await office("2026-02-05").units.options({ township });
  const received = async (day: string, forwarded: string | null) => {
    const facts = { topic: "土地纠纷", channel: "visit", category: "other", occurredOn: day } as const;
    const { id } = await office(day).petitions.create({ ...key(), ...facts });
    if (forwarded !== null) {
      const step = {
        step: "assign",
        assignedOn: forwarded,
        way: "assigned",
        unitId: unit?.id ?? "",
      } as const;
      await office(forwarded).petitions.step({ ...key(), id, version: 1, ...step });
    }
    return id;
  };
  const id = await received("2026-02-01", "2026-02-05");
  const done = { step: "finish", finishedOn: "2026-03-01", result: "已办结" } as const;
  await office("2026-03-01").petitions.step({ ...key(), id, version: 2, ...done });
  await received("2026-02-02", "2026-02-05");
  await received("2026-02-03", null);
  await received("2026-10-10", "2026-10-12");
  const struck = await received("2026-02-04", "2026-02-05");
  await office("2026-02-06").petitions.void({ ...key(), id: struck, version: 2, reason: "登记错误" });
}
