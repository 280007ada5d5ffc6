import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type LawChoice, type Quorum, quorumOn, shareInText } from "@/domains/tenancy/rules/law";
import { pick } from "@/lib/pick";
import { notFound } from "@/lib/errors";
import { historyOf } from "@/domains/history/data";
import { everyRow, pageOf } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import {
  agendaKindLabels,
  durationInText,
  electionPostLabels,
  sessionKindLabels,
  sessionTitle,
} from "../labels";
import { turnoutOf } from "../rules/attendance";
import { candidateSentence, electedOf, mayStandInThisNumber } from "../rules/elections";
import { verdictOf } from "../rules/majority";
import { aheadRules, ballotFindings, procedureFindings } from "../rules/procedure";
import type { ListSessionsInput } from "../schema";
import { expectedDeputies } from "./attendance";
import { type ElectionLine, readSession } from "./row";
import { type SessionListRow, sessionRows, sessionYears, sheetHead } from "./sessions";
import { speechesOf } from "./speeches";
import { listTerms } from "./terms";

function listed(row: SessionListRow, law: LawChoice) {
  const { basis, expected, present, onLeave, absent, ...rest } = row;
  const turnout = turnoutOf({ basis, expected, present, onLeave, absent });
  const findings = procedureFindings({ ...row, turnout }, law);
  const breaches = findings.filter((finding) => finding.state === "breach").map(({ sentence }) => sentence);
  return {
    ...rest,
    title: sessionTitle(row.termNumber, row.number),
    turnout,
    breaches,
    unknowns: findings.length - breaches.length,
  };
}

/** One page of sessions with turnout and what their procedure shows; the filter's terms and years beside it. */
export async function listSessions(scope: TownshipReader, input: ListSessionsInput) {
  const law = await lawChoiceOf(scope);
  const { rows, total } = await pageOf(input, sessionRows(scope, input));
  const terms = await listTerms(scope);
  const years = await sessionYears(scope);
  return { rows: rows.map((row) => listed(row, law)), total, terms, years };
}

/** Who is elected follows from the votes and the law of the day, whatever was reckoned when they were entered. */
function electionView({ candidates, ...election }: ElectionLine, quorum: Quorum) {
  const elected = electedOf(election, candidates, quorum);
  const number = mayStandInThisNumber(election, candidates.length);
  return {
    ...pick(election, "id", "post", "seats", "bySupplement", "deputiesTotal", "present"),
    ...pick(election, "ballotsIssued", "ballotsReturned", "invalidBallots"),
    numberNote: number.allowed ? null : number,
    candidates: candidates.map((candidate, index) => ({
      ...pick(candidate, "id", "name", "inFavour", "against", "abstained", "others"),
      elected: elected[index] ?? false,
      sentence: candidateSentence(election, candidate, elected[index] ?? false, quorum),
    })),
  };
}

/** What the agenda's items took together; null when none says how long it took. */
function minutesOf(agenda: readonly { minutes: number | null }[]): number | null {
  const said = agenda.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  return said.length === 0 ? null : said.reduce((sum, minutes) => sum + minutes, 0);
}

type Read = NonNullable<Awaited<ReturnType<typeof readSession>>>;

/** What the rules of procedure ask about: the attendance as every figure has it, and the roster of the day. */
const factsOf = ({ row, lines, turnout, firstOfYear, inOffice }: Read) => ({
  ...row,
  agendaKinds: lines.agenda.map((item) => item.kind),
  agendaMinutes: minutesOf(lines.agenda),
  firstOfYear,
  turnout: turnoutOf(turnout),
  inOffice,
  markedOutside: lines.marks.filter(({ expected }) => !expected).map(({ name }) => name),
});

/** A session whole: lines, turnout, findings with their articles, and its timeline. */
export async function sessionById(scope: TownshipReader, { id }: ByIdInput) {
  const read = await readSession(scope, id);
  if (read === null) throw notFound();
  const { row, lines, term, law } = read;
  const { agenda, votes, elections, marks } = lines;
  const facts = factsOf(read);
  const quorum = quorumOn(law, row.startsOn);
  const ballots = {
    votes,
    elections: elections.map((election) => ({
      ...election,
      candidateCount: election.candidates.length,
      postLabel: electionPostLabels[election.post],
    })),
  };
  return {
    ...pick(row, "id", "version", "number", "kind", "startsOn", "endsOn", "minutes", "noticeSentOn"),
    ...pick(row, "documentsSentOn", "convenedBy", "place", "summary"),
    ...pick(row, "sourceNote", "lateReason", "voidedAt", "voidReason", "deputiesTotal", "deputiesPresent"),
    title: sessionTitle(term.number, row.number),
    term,
    turnout: facts.turnout,
    ahead: aheadRules(law, row.startsOn),
    quorum: { share: shareInText(quorum.percent), citation: quorum.citation },
    rollTaken: marks.length > 0,
    notPresent: marks
      .filter((mark) => mark.status !== "present" && mark.expected)
      .map((mark) => pick(mark, "deputyId", "status", "leaveReason", "name", "pinyin")),
    agenda: agenda.map((item) =>
      pick(item, "id", "ordinal", "kind", "title", "minutes", "speaker", "outcome"),
    ),
    votes: votes.map((vote) => ({
      ...pick(vote, "id", "agendaItemId", "matter", "method"),
      ...pick(vote, "deputiesTotal", "present", "inFavour", "against", "abstained", "notVoted"),
      verdict: verdictOf(vote, quorum),
    })),
    elections: elections.map((election) => electionView(election, quorum)),
    deliberationMinutes: minutesOf(agenda.filter(({ kind }) => kind === "deliberation")),
    speeches: await speechesOf(scope, id),
    findings: [...procedureFindings(facts, law), ...ballotFindings(facts, ballots, law)],
    timeline: await historyOf(scope, id, row),
  };
}

/** The roll of a session: deputies in mandate on its first day, with what has been marked. */
export async function attendanceSheet(scope: TownshipReader, { id }: ByIdInput) {
  const { termNumber, number, ...session } = await sheetHead(scope, id);
  return {
    ...session,
    title: sessionTitle(termNumber, number),
    deputies: await expectedDeputies(scope, id, session.startsOn),
  };
}

/** Rows for the office's own register, as the list shows them. */
export async function exportSessions(scope: TownshipReader, input: ListSessionsInput) {
  const law = await lawChoiceOf(scope);
  const found = await everyRow("次", sessionRows(scope, input));
  const rows = found.map((row) => listed(row, law));
  return {
    title: "人代会台账",
    columns: [
      { header: "会议", width: 34 },
      { header: "类别", width: 12 },
      { header: "开始日期", width: 12, kind: "day" as const },
      { header: "结束日期", width: 12, kind: "day" as const },
      { header: "会期时长", width: 14 },
      { header: "应到（人）", width: 10, kind: "number" as const },
      { header: "实到（人）", width: 10, kind: "number" as const },
      { header: "请假（人）", width: 10, kind: "number" as const },
      { header: "议程", width: 40 },
      { header: "表决（项）", width: 10, kind: "number" as const },
      { header: "选举（项）", width: 10, kind: "number" as const },
      { header: "程序提示", width: 60 },
    ],
    rows: rows.map((row) => [
      row.title,
      sessionKindLabels[row.kind],
      row.startsOn,
      row.endsOn,
      row.minutes === null ? null : durationInText(row.minutes),
      row.turnout?.expected ?? null,
      row.turnout?.present ?? null,
      row.turnout?.leave ?? null,
      row.agendaKinds.map((kind) => agendaKindLabels[kind]).join("、"),
      row.votes,
      row.elections,
      row.breaches.join("；"),
    ]),
  };
}

export type SessionRow = Awaited<ReturnType<typeof listSessions>>["rows"][number];
export type SessionRecord = Awaited<ReturnType<typeof sessionById>>;
