import "server-only";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { deny } from "@/lib/decision";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { quorumOn } from "@/domains/tenancy/rules/law";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { enteredToday } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { expectedDeputies, replaceMarks } from "../data/attendance";
import { agendaOf } from "../data/sessions";
import {
  changeSession,
  liveSession,
  removeElectionRow,
  removeVoteRow,
  saveElectionRow,
  saveVoteRow,
} from "../data/writes";
import { electionPostLabels, sessionTitle } from "../labels";
import { type Mark, mayEnterAfter, mayMark } from "../rules/attendance";
import { electedOf, mayRecordElection } from "../rules/elections";
import { mayRecordVote, verdictOf } from "../rules/majority";
import type { RecordAttendanceInput, RemoveLineInput, SaveElectionInput, SaveVoteInput } from "../schema";

async function sessionOnDay(scope: TownshipScope, id: string, what: string) {
  const session = await liveSession(scope, id);
  const startsOn = dayFromUtc(session.startsOn);
  obey(mayEnterAfter(startsOn, dayOf(scope.now), what));
  return { startsOn, title: sessionTitle(session.term.number, session.number) };
}

/** Nobody outside the mandate can be marked: a deputy of ours is named, any other id is unknown. */
async function refuseUnexpected(scope: TownshipScope, ids: string[], startsOn: Day): Promise<void> {
  if (ids.length === 0) return;
  const named = await deputiesNamed(scope, ids);
  if (named.length < ids.length) throw notFound();
  const names = named.map((deputy) => deputy.name).join("、");
  obey(deny(`${names}在 ${startsOn} 不是本级代表，不计入应到。请核对代表任期。`));
}

/** Takes the whole roll: all deputies in mandate that day, present unless named as an exception. */
export async function recordAttendance(scope: TownshipScope, input: RecordAttendanceInput) {
  const { id, exceptions } = input;
  const { startsOn, title } = await sessionOnDay(scope, id, "出席情况");
  const expected = await expectedDeputies(scope, id, startsOn);
  if (expected.length === 0)
    obey(
      deny(
        `${startsOn} 没有在任的本级代表。请先在「代表」登记代表任期；只知道人数时，可修改会议填应到、实到。`,
      ),
    );
  const byId = new Map(exceptions.map((mark) => [mark.deputyId, mark]));
  const known = new Set(expected.map((deputy) => deputy.deputyId));
  await refuseUnexpected(
    scope,
    [...byId.keys()].filter((deputyId) => !known.has(deputyId)),
    startsOn,
  );
  const marks = expected.map(({ deputyId, name }) => {
    const mark: Mark = byId.get(deputyId) ?? { status: "present", leaveReason: null };
    obey(mayMark(name, mark));
    return { deputyId, status: mark.status, leaveReason: mark.status === "leave" ? mark.leaveReason : null };
  });
  await changeSession(scope, input, {
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
    detail: {
      before: expected.filter((row) => row.status !== null && row.status !== "present"),
      after: marks.filter((mark) => mark.status !== "present"),
    },
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
  await changeSession(scope, { id: sessionId, version });
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
    detail: { before, after: { matter, method, ...counts }, article: verdict.article, line: saved },
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
  await changeSession(scope, { id: sessionId, version });
  const { id: saved, before } = await saveElectionRow(scope, { sessionId, id }, election, lines);
  const winners = lines.filter((line) => line.elected).map((line) => line.name);
  await scope.audit({
    action: "sessions.saveElection",
    recordType: "session",
    recordId: sessionId,
    summary: `${title}${bySupplement ? "补选" : "选举"}${electionPostLabels[post]}：${winners.length > 0 ? `${winners.join("、")}当选` : "无人当选"}`,
    occurredOn: startsOn,
    detail: { before, after: { ...election, candidates: lines }, line: saved },
  });
  return { id: saved };
}

export async function removeVote(scope: TownshipScope, input: RemoveLineInput) {
  const { sessionId, version, id, reason } = input;
  const session = await liveSession(scope, sessionId);
  await changeSession(scope, { id: sessionId, version });
  const { enteredAt: _, ...before } = await removeVoteRow(scope, sessionId, id);
  await scope.audit({
    action: "sessions.removeVote",
    recordType: "session",
    recordId: sessionId,
    summary: `移除${sessionTitle(session.term.number, session.number)}表决「${before.matter}」：${reason}`,
    detail: { before },
  });
  return { id };
}

export async function removeElection(scope: TownshipScope, input: RemoveLineInput) {
  const { sessionId, version, id, reason } = input;
  const session = await liveSession(scope, sessionId);
  await changeSession(scope, { id: sessionId, version });
  const { enteredAt: _, ...before } = await removeElectionRow(scope, sessionId, id);
  await scope.audit({
    action: "sessions.removeElection",
    recordType: "session",
    recordId: sessionId,
    summary: `移除${sessionTitle(session.term.number, session.number)}选举：${reason}`,
    detail: { before },
  });
  return { id };
}
