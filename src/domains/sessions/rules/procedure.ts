import { type LawChoice, lawRule } from "@/domains/tenancy/rules/law";
import { daysBetween, type Day } from "@/lib/dates";
import { agendaKindLabels, type AgendaKind, durationInText, type SessionKind } from "../labels";
import { type ElectionCounts, mayStandInThisNumber } from "./elections";
import { quorumArticle, quorumOf, verdictOf, type VoteCounts } from "./majority";

/** A working day of a congress, in minutes: shorter sittings are the 半天会 that guidance speaks against. */
export const fullDayMinutes = 360;

const statutoryArticle = "地方组织法第12条";
/** What the year's first session must have on its agenda (地方组织法第12条). */
export const statutoryItems = ["governmentReport", "presidiumReport", "budget"] as const;

export type FindingCode =
  | "noQuorum"
  | "shortSession"
  | "lateNotice"
  | "lateDocuments"
  | "missingItem"
  | "otherTotal"
  | "invalidVote"
  | "candidates";

/** `breach`: the record shows it; `unknown`: nobody has entered what would tell. */
export type ProcedureFinding = {
  code: FindingCode;
  state: "breach" | "unknown";
  sentence: string;
  article: string;
};

export type SessionFacts = {
  kind: SessionKind;
  startsOn: Day;
  endsOn: Day | null;
  minutes: number | null;
  noticeSentOn: Day | null;
  documentsSentOn: Day | null;
  agendaKinds: readonly AgendaKind[];
  /** the year's first session, whatever its kind */
  firstOfYear: boolean;
  turnout: { expected: number; present: number } | null;
};

export type BallotFacts = {
  votes: readonly (VoteCounts & { matter: string })[];
  elections: readonly (ElectionCounts & { candidateCount: number; postLabel: string })[];
};

const breach = (code: FindingCode, sentence: string, article: string): ProcedureFinding => ({
  code,
  state: "breach",
  sentence,
  article,
});
const unknown = (code: FindingCode, sentence: string, article: string): ProcedureFinding => ({
  code,
  state: "unknown",
  sentence,
  article,
});

function durationFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const { value, citation: article } = lawRule(law, "session.minDays", session.startsOn);
  if (session.kind === "extra") return [];
  const days = session.endsOn === null ? 1 : daysBetween(session.startsOn, session.endsOn) + 1;
  if (days > value) return [];
  if (session.minutes === null)
    return [unknown("shortSession", `会议时长未录，不能判断是否满 ${value} 天`, article)];
  return session.minutes >= value * fullDayMinutes
    ? []
    : [
        breach(
          "shortSession",
          `会期只有 ${durationInText(session.minutes)}，不足 ${value} 天，是「半天会」`,
          article,
        ),
      ];
}

function aheadFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const rows = [
    ["lateNotice", "会议通知", session.noticeSentOn, "session.noticeDays"],
    ["lateDocuments", "会议文件", session.documentsSentOn, "session.documentDays"],
  ] as const;
  return rows.flatMap(([code, what, sentOn, key]) => {
    const { value, citation: article } = lawRule(law, key, session.startsOn);
    if (sentOn === null) return [unknown(code, `${what}发出日期未录，不能判断是否提前 ${value} 天`, article)];
    const ahead = daysBetween(sentOn, session.startsOn);
    return ahead >= value
      ? []
      : [
          breach(
            code,
            `${what} ${sentOn} 发出，只提前 ${Math.max(ahead, 0)} 天，应提前 ${value} 天`,
            article,
          ),
        ];
  });
}

function agendaFindings(session: SessionFacts): ProcedureFinding[] {
  if (!session.firstOfYear || session.kind === "extra") return [];
  if (session.agendaKinds.length === 0)
    return [unknown("missingItem", "议程未录，不能判断法定议程是否齐全", statutoryArticle)];
  return statutoryItems
    .filter((kind) => !session.agendaKinds.includes(kind))
    .map((kind) =>
      breach("missingItem", `年度首次会议的议程缺少${agendaKindLabels[kind]}`, statutoryArticle),
    );
}

function quorumFindings({ turnout }: SessionFacts): ProcedureFinding[] {
  if (turnout === null) return [unknown("noQuorum", "出席情况未录，不能判断是否达到三分之二", quorumArticle)];
  const quorum = quorumOf(turnout.expected);
  return turnout.present >= quorum
    ? []
    : [
        breach(
          "noQuorum",
          `应到 ${turnout.expected} 人，实到 ${turnout.present} 人，不足三分之二（${quorum} 人）`,
          quorumArticle,
        ),
      ];
}

/** What the record shows to be out of order, and what it cannot tell, each with its article [R19]. */
export function procedureFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  return [
    ...quorumFindings(session),
    ...durationFindings(session, law),
    ...aheadFindings(session, law),
    ...agendaFindings(session),
  ];
}

/** The same for votes and elections: a base other than all deputies, too few present, too few candidates. */
export function ballotFindings({ turnout }: SessionFacts, ballots: BallotFacts): ProcedureFinding[] {
  const bases: { what: string; total: number }[] = [
    ...ballots.votes.map((vote) => ({ what: `「${vote.matter}」`, total: vote.deputiesTotal })),
    ...ballots.elections.map((one) => ({ what: `${one.postLabel}选举`, total: one.deputiesTotal })),
  ];
  const base = bases
    .filter(({ total }) => turnout !== null && total !== turnout.expected)
    .map(({ what, total }) =>
      breach(
        "otherTotal",
        `${what}按 ${total} 名代表计算半数，与应到 ${turnout?.expected ?? 0} 人不同，应以全体代表为准`,
        "地方组织法第25条",
      ),
    );
  const invalid = ballots.votes
    .map((vote) => ({ vote, verdict: verdictOf(vote) }))
    .filter(({ verdict }) => !verdict.quorate)
    .map(({ vote, verdict }) =>
      breach("invalidVote", `「${vote.matter}」表决时到会不足三分之二`, verdict.article),
    );
  const candidates = ballots.elections.flatMap((election) => {
    const decision = mayStandInThisNumber(election, election.candidateCount);
    return decision.allowed
      ? []
      : [breach("candidates", `${election.postLabel}选举：${decision.reason}`, decision.article ?? "")];
  });
  return [...base, ...invalid, ...candidates];
}
