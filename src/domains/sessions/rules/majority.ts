import { presentNeeded, type Quorum, shareInText } from "@/domains/tenancy/rules/law";
import { allow, type Decision, deny } from "@/lib/decision";

export const majorityArticle = "地方组织法第25条";

/** Votes a matter needs: more than half of *all* deputies, present or not (地方组织法第25条). */
export const majorityOf = (deputiesTotal: number): number => Math.floor(deputiesTotal / 2) + 1;

/** Deputies who must be present for the congress to sit: by the rule of the session's day, two thirds of all. */
export const quorumOf = (deputiesTotal: number, quorum: Quorum): number =>
  presentNeeded(deputiesTotal, quorum.percent);

/** The parts of a ballot count in people's order: total ≥ present, and the four kinds of votes make up the present. */
export type VoteCounts = {
  deputiesTotal: number;
  present: number;
  inFavour: number;
  against: number;
  abstained: number;
  notVoted: number;
};

export function mayRecordVote(vote: VoteCounts): Decision {
  const { deputiesTotal, present, inFavour, against, abstained, notVoted } = vote;
  if (present > deputiesTotal) {
    return deny(`到会 ${present} 人多于代表总数 ${deputiesTotal} 人，请核对两个人数。`);
  }
  const sum = inFavour + against + abstained + notVoted;
  if (sum !== present) {
    return deny(
      `票数对不上：赞成 ${inFavour} + 反对 ${against} + 弃权 ${abstained} + 未按表决 ${notVoted} = ${sum}，应等于到会 ${present} 人。请核对后再保存。`,
    );
  }
  return allow;
}

export type Verdict = {
  passed: boolean;
  /** enough present for the congress to sit */
  quorate: boolean;
  needed: number;
  sentence: string;
  article: string;
};

/** Whether a matter is carried, and the sentence that says why. */
export function verdictOf(vote: VoteCounts, rule: Quorum): Verdict {
  const { deputiesTotal, present, inFavour } = vote;
  const needed = majorityOf(deputiesTotal);
  const quorum = quorumOf(deputiesTotal, rule);
  if (present < quorum) {
    return {
      passed: false,
      quorate: false,
      needed,
      article: rule.citation,
      sentence: `应到 ${deputiesTotal} 人，到会 ${present} 人，不足${shareInText(rule.percent)}（至少 ${quorum} 人），会议不能举行、表决无效（${rule.citation}）`,
    };
  }
  const passed = inFavour >= needed;
  return {
    passed,
    quorate: true,
    needed,
    article: majorityArticle,
    sentence: passed
      ? `应到 ${deputiesTotal} 人，赞成 ${inFavour} 票，超过全体代表的半数（${majorityArticle}）`
      : `应到 ${deputiesTotal} 人，赞成 ${inFavour} 票，未超过全体代表的半数，至少需要 ${needed} 票（${majorityArticle}）`,
  };
}
