import { type LawChoice, lawRule, type Quorum, quorumOn, shareInText } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { daysBetween, type Day } from "@/lib/dates";
import { agendaKindLabels, type AgendaKind, durationInText, type SessionKind } from "../labels";
import { type ElectionCounts, mayStandInThisNumber } from "./elections";
import { quorumOf, verdictOf, type VoteCounts } from "./majority";

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
  | "otherRoll"
  | "agendaTooLong"
  | "moreThanPresent"
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
  /** deputies of this congress whose mandate covers the first day; null or 0 where the roster is not entered */
  inOffice?: number | null;
  /** marked on the roll, but not deputies on that day: left out of the attendance */
  markedOutside?: readonly string[];
  /** what the agenda's items took together; null when no item says */
  agendaMinutes?: number | null;
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
  const { days: value, citation: article } = aheadRules(law, session.startsOn).least;
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

type DaysRule = { days: number; citation: string };
export type AheadRules = { notice: DaysRule; documents: DaysRule; least: DaysRule };

/** How many days before a session its notice and papers are due, and how long it lasts at least, by the rules of its day. */
export function aheadRules(law: LawChoice, on: Day): AheadRules {
  const rule = (key: LawRuleKey): DaysRule => {
    const { value, citation } = lawRule(law, key, on);
    return { days: value, citation };
  };
  return {
    notice: rule("session.noticeDays"),
    documents: rule("session.documentDays"),
    least: rule("session.minDays"),
  };
}

function aheadFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const rules = aheadRules(law, session.startsOn);
  const rows = [
    ["lateNotice", "会议通知", session.noticeSentOn, rules.notice],
    ["lateDocuments", "会议文件", session.documentsSentOn, rules.documents],
  ] as const;
  return rows.flatMap(([code, what, sentOn, { days: value, citation: article }]) => {
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

function quorumFindings({ turnout, startsOn }: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const rule = quorumOn(law, startsOn);
  const share = shareInText(rule.percent);
  if (turnout === null) return [unknown("noQuorum", `出席情况未录，不能判断是否达到${share}`, rule.citation)];
  const quorum = quorumOf(turnout.expected, rule);
  return turnout.present >= quorum
    ? []
    : [
        breach(
          "noQuorum",
          `应到 ${turnout.expected} 人，实到 ${turnout.present} 人，不足${share}（${quorum} 人），会议不计次`,
          rule.citation,
        ),
      ];
}

/** The roll or totals entered against the roster of the day. */
function rollFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const { turnout, inOffice = null, markedOutside = [] } = session;
  const { citation } = quorumOn(law, session.startsOn);
  const names = `${markedOutside.slice(0, 5).join("、")}${markedOutside.length > 5 ? "等" : ""}`;
  const outside = `登记了出席的${names}当日不是本级代表，${markedOutside.length} 人不计入应到`;
  const differs =
    turnout !== null && inOffice !== null && inOffice > 0 && turnout.expected !== inOffice
      ? `应到 ${turnout.expected} 人，名册上当日在任的本级代表 ${inOffice} 人，请核对名册或更正出席`
      : null;
  return [markedOutside.length > 0 ? outside : null, differs]
    .filter((sentence) => sentence !== null)
    .map((sentence) => breach("otherRoll", sentence, citation));
}

/** The agenda's items together against the session's length. */
function agendaTimeFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  const { agendaMinutes = null, minutes } = session;
  if (agendaMinutes === null || minutes === null || agendaMinutes <= minutes) return [];
  const { citation } = aheadRules(law, session.startsOn).least;
  const sentence = `议程用时合计 ${durationInText(agendaMinutes)}，多于会期时长 ${durationInText(minutes)}，请核对`;
  return [breach("agendaTooLong", sentence, citation)];
}

/** What the record shows to be out of order, and what it cannot tell, each with its article [R19]. */
export function procedureFindings(session: SessionFacts, law: LawChoice): ProcedureFinding[] {
  return [
    ...quorumFindings(session, law),
    ...rollFindings(session, law),
    ...agendaTimeFindings(session, law),
    ...durationFindings(session, law),
    ...aheadFindings(session, law),
    ...agendaFindings(session),
  ];
}

/** More people voted than the roll says were there, or more ballots were given out. */
function presentFindings(present: number, ballots: BallotFacts, rule: Quorum): ProcedureFinding[] {
  const votes = ballots.votes
    .filter((vote) => vote.present > present)
    .map((vote) => `「${vote.matter}」表决时到会 ${vote.present} 人，多于出席登记的实到 ${present} 人`);
  const elections = ballots.elections
    .filter((one) => Math.max(one.present, one.ballotsIssued) > present)
    .map((one) =>
      one.ballotsIssued > present
        ? `${one.postLabel}选举发出 ${one.ballotsIssued} 票，多于出席登记的实到 ${present} 人`
        : `${one.postLabel}选举到会 ${one.present} 人，多于出席登记的实到 ${present} 人`,
    );
  return [...votes, ...elections].map((sentence) =>
    breach("moreThanPresent", `${sentence}，请核对出席或票数`, rule.citation),
  );
}

/** The same for votes and elections: a base other than all deputies, too few present, too few candidates. */
export function ballotFindings(
  { turnout, startsOn }: Pick<SessionFacts, "turnout" | "startsOn">,
  ballots: BallotFacts,
  law: LawChoice,
): ProcedureFinding[] {
  const rule = quorumOn(law, startsOn);
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
    .map((vote) => ({ vote, verdict: verdictOf(vote, rule) }))
    .filter(({ verdict }) => !verdict.quorate)
    .map(({ vote, verdict }) =>
      breach("invalidVote", `「${vote.matter}」表决时到会不足${shareInText(rule.percent)}`, verdict.article),
    );
  const candidates = ballots.elections.flatMap((election) => {
    const decision = mayStandInThisNumber(election, election.candidateCount);
    return decision.allowed
      ? []
      : [breach("candidates", `${election.postLabel}选举：${decision.reason}`, decision.article ?? "")];
  });
  const over = turnout === null ? [] : presentFindings(turnout.present, ballots, rule);
  return [...base, ...over, ...invalid, ...candidates];
}
