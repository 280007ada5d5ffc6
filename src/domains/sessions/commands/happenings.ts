import "server-only";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { presentWereThere } from "@/domains/deputies/data/leaves";
import { dayFromUtc, dayOf } from "@/lib/dates";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { quorumOn } from "@/domains/tenancy/rules/law";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference, differingLines, lost } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { enteredToday } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { expectedDeputies, replaceMarks } from "../data/attendance";
import { agendaOf } from "../data/sessions";
import { speechesOf } from "../data/speeches";
import { liveSession, removeElectionRow, removeVoteRow, saveElectionRow, saveVoteRow } from "../data/writes";
import { electionPostLabels, sessionTitle } from "../labels";
import {
  type Mark,
  mayEnterAfter,
  mayMark,
  onlyExpectedAreMarked,
  rollNeedsDeputies,
} from "../rules/attendance";
import { electedOf, mayRecordElection } from "../rules/elections";
import { mayRecordVote, verdictOf } from "../rules/majority";
import { speakersWerePresent } from "../rules/speeches";
import type { RecordAttendanceInput, RemoveLineInput, SaveElectionInput, SaveVoteInput } from "../schema";

async function sessionOnDay(scope: TownshipScope, id: string, what: string) {
  const session = await liveSession(scope, id);
  const startsOn = dayFromUtc(session.startsOn);
  obey(mayEnterAfter(startsOn, dayOf(scope.now), what));
  return { startsOn, title: sessionTitle(session.term.number, session.number) };
}

/** The names of those marked who are not expected; an id that is no deputy of ours is unknown. */
async function namesOf(scope: TownshipScope, ids: string[]): Promise<string[]> {
  const named = await deputiesNamed(scope, ids);
  if (named.length < ids.length) throw notFound();
  return named.map(({ name }) => name);
}

type Line = { deputyId: string; status: Mark["status"] | null; leaveReason: string | null };
/** What the history tells of a roll: who was not there, and why. */
const notPresent = (roll: readonly Line[]) =>
  roll
    .filter(({ status }) => status !== null && status !== "present")
    .map(({ deputyId, status, leaveReason }) => ({ deputyId, status, leaveReason }));

/** Takes the whole roll: all deputies in mandate that day, present unless named as an exception. */
export async function recordAttendance(scope: TownshipScope, input: RecordAttendanceInput) {
  const { id, exceptions } = input;
  const { startsOn, title } = await sessionOnDay(scope, id, "出席情况");
  const expected = await expectedDeputies(scope, id, startsOn);
  obey(rollNeedsDeputies(expected.length, startsOn));
  const byId = new Map(exceptions.map((mark) => [mark.deputyId, mark]));
  const known = new Set(expected.map((deputy) => deputy.deputyId));
  const strange = [...byId.keys()].filter((deputyId) => !known.has(deputyId));
  obey(onlyExpectedAreMarked(await namesOf(scope, strange), startsOn));
  const marks = expected.map(({ deputyId, name }) => {
    const mark: Mark = byId.get(deputyId) ?? { status: "present", leaveReason: null };
    obey(mayMark(name, mark));
    return { deputyId, status: mark.status, leaveReason: mark.status === "leave" ? mark.leaveReason : null };
  });
  const away = new Set(marks.flatMap(({ deputyId, status }) => (status === "present" ? [] : [deputyId])));
  const present = marks.map(({ deputyId }) => deputyId).filter((deputyId) => !away.has(deputyId));
  obey(await presentWereThere(scope, present, startsOn));
  const spoke = (await speechesOf(scope, id)).filter(({ deputyId }) => away.has(deputyId));
  obey(speakersWerePresent(spoke.map(({ name }) => name)));
  await changeOne(scope, "session", input, {
    deputiesTotal: null,
    deputiesPresent: null,
    // A roll that is corrected was entered when it was first called.
    ...(expected.some((row) => row.status !== null) ? {} : { attendanceEnteredOn: enteredToday(scope) }),
  });
  await replaceMarks(scope, id, marks);
  const count = (status: Mark["status"]) => marks.filter((mark) => mark.status === status).length;
  const words = `应到 ${marks.length} 人，出席 ${count("present")} 人，请假 ${count("leave")} 人，缺席 ${count("absent")} 人`;
  await scope.audit({
    action: "sessions.recordAttendance",
    recordType: "session",
    recordId: id,
    summary: `登记${title}出席：${words}`,
    occurredOn: startsOn,
    detail: differingLines(notPresent(expected), notPresent(marks)),
  });
  return { id };
}

export async function saveVote(scope: TownshipScope, input: SaveVoteInput) {
  const { sessionId, version, id, agendaItemId, matter, method } = input;
  const { deputiesTotal, present, inFavour, against, abstained, notVoted } = input;
  const counts = { deputiesTotal, present, inFavour, against, abstained, notVoted };
  const { startsOn, title } = await sessionOnDay(scope, sessionId, "表决");
  obey(mayRecordVote(counts));
  const agenda = await agendaOf(scope, sessionId);
  if (agendaItemId !== null && !agenda.some((item) => item.id === agendaItemId)) throw notFound();
  await changeOne(scope, "session", { id: sessionId, version }, {});
  const { id: saved, before } = await saveVoteRow(scope, sessionId, id, {
    agendaItemId,
    matter,
    method,
    ...counts,
  });
  const verdict = verdictOf(counts, quorumOn(await lawChoiceOf(scope), startsOn));
  await scope.audit({
    action: "sessions.saveVote",
    recordType: "session",
    recordId: sessionId,
    summary: `${title}表决「${matter}」：${verdict.passed ? "通过" : "未通过"}，赞成 ${inFavour} 票`,
    occurredOn: startsOn,
    detail: { ...difference(before, { matter, method, ...counts }), article: verdict.article, line: saved },
  });
  return { id: saved };
}

export async function saveElection(scope: TownshipScope, input: SaveElectionInput) {
  const { sessionId, version, id, candidates, post, seats, bySupplement } = input;
  const { deputiesTotal, present, ballotsIssued, ballotsReturned, invalidBallots } = input;
  const counts = { deputiesTotal, present, ballotsIssued, ballotsReturned, invalidBallots };
  const election = { post, seats, bySupplement, ...counts };
  const { startsOn, title } = await sessionOnDay(scope, sessionId, "选举");
  obey(mayRecordElection(election, candidates));
  const elected = electedOf(election, candidates, quorumOn(await lawChoiceOf(scope), startsOn));
  const lines = candidates.map((candidate, index) => ({ ...candidate, elected: elected[index] ?? false }));
  await changeOne(scope, "session", { id: sessionId, version }, {});
  const { id: saved, before } = await saveElectionRow(scope, { sessionId, id }, election, lines);
  const winners = lines.filter((line) => line.elected).map((line) => line.name);
  await scope.audit({
    action: "sessions.saveElection",
    recordType: "session",
    recordId: sessionId,
    summary: `${title}${bySupplement ? "补选" : "选举"}${electionPostLabels[post]}：${winners.length > 0 ? `${winners.join("、")}当选` : "无人当选"}`,
    occurredOn: startsOn,
    detail: { ...difference(before, { ...election, candidates: lines }), line: saved },
  });
  return { id: saved };
}

export async function removeVote(scope: TownshipScope, input: RemoveLineInput) {
  const { sessionId, version, id, reason } = input;
  const session = await liveSession(scope, sessionId);
  await changeOne(scope, "session", { id: sessionId, version }, {});
  const removed = await removeVoteRow(scope, sessionId, id);
  const { matter, method, deputiesTotal, present, inFavour, against, abstained, notVoted } = removed;
  const facts = { matter, method, deputiesTotal, present, inFavour, against, abstained, notVoted };
  await scope.audit({
    action: "sessions.removeVote",
    recordType: "session",
    recordId: sessionId,
    summary: `移除${sessionTitle(session.term.number, session.number)}表决「${matter}」：${reason}`,
    detail: { ...lost(facts), reason },
  });
  return { id };
}

export async function removeElection(scope: TownshipScope, input: RemoveLineInput) {
  const { sessionId, version, id, reason } = input;
  const session = await liveSession(scope, sessionId);
  await changeOne(scope, "session", { id: sessionId, version }, {});
  const removed = await removeElectionRow(scope, sessionId, id);
  const { post, seats, bySupplement, candidates, deputiesTotal, present } = removed;
  const { ballotsIssued, ballotsReturned, invalidBallots } = removed;
  const counts = { deputiesTotal, present, ballotsIssued, ballotsReturned, invalidBallots };
  await scope.audit({
    action: "sessions.removeElection",
    recordType: "session",
    recordId: sessionId,
    summary: `移除${sessionTitle(session.term.number, session.number)}选举：${reason}`,
    detail: { ...lost({ post, seats, bySupplement, ...counts, candidates }), reason },
  });
  return { id };
}
