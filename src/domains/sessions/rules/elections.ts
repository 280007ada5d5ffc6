import { allow, type Decision, deny } from "@/lib/decision";
import { type Quorum, shareInText } from "@/domains/tenancy/rules/law";
import { type ElectionPost, electionPostLabels } from "../labels";
import { majorityArticle, majorityOf, quorumOf } from "./majority";

export const candidatesArticle = "地方组织法第27条";
export const postsArticle = "地方组织法第18条";
const vicePosts: readonly ElectionPost[] = ["congressViceChair", "townshipDeputyHead"];
const singlePosts: readonly ElectionPost[] = ["congressChair", "townshipHead"];
const mostViceChairs = 2;

export type CandidateCounts = {
  name: string;
  inFavour: number;
  against: number;
  abstained: number;
  /** ballots on which somebody else was written in this candidate's place */
  others: number;
};

export type ElectionCounts = {
  post: ElectionPost;
  seats: number;
  bySupplement: boolean;
  deputiesTotal: number;
  present: number;
  ballotsIssued: number;
  ballotsReturned: number;
  invalidBallots: number;
};

/** Deputies ≥ present ≥ issued ≥ returned ≥ invalid, of whatever was voted on by ballot. @param what 选举 or 票决 */
export function mayCountBallots(
  counts: Omit<ElectionCounts, "post" | "bySupplement" | "seats">,
  what = "选举",
): Decision {
  const { deputiesTotal, present, ballotsIssued, ballotsReturned, invalidBallots } = counts;
  if (present > deputiesTotal) {
    return deny(`到会 ${present} 人多于代表总数 ${deputiesTotal} 人，请核对两个人数。`);
  }
  if (ballotsIssued > present) return deny(`发出 ${ballotsIssued} 票多于到会 ${present} 人，请核对发票数。`);
  if (ballotsReturned > ballotsIssued) {
    return deny(
      `收回 ${ballotsReturned} 票多于发出 ${ballotsIssued} 票，${what}无效。请核对；确实如此的应当重新投票。`,
    );
  }
  if (invalidBallots > ballotsReturned)
    return deny(`废票 ${invalidBallots} 张多于收回 ${ballotsReturned} 票，请核对。`);
  return allow;
}

/** A ballot chooses as many as there are seats, so all votes in favour together fit into ballots × seats. */
function mayFillSeats(election: ElectionCounts, candidates: readonly CandidateCounts[]): Decision {
  const { post, seats } = election;
  if (singlePosts.includes(post) && seats > 1) {
    return deny(`${electionPostLabels[post]}只有一名，应选名额 ${seats} 名有误，请改为 1 名。`);
  }
  const valid = election.ballotsReturned - election.invalidBallots;
  const inFavour = candidates.reduce((sum, candidate) => sum + candidate.inFavour, 0);
  return inFavour > valid * seats
    ? deny(
        `各候选人赞成票合计 ${inFavour} 票，多于有效票 ${valid} 张 × 应选 ${seats} 名 = ${valid * seats} 票。请核对票数；一张选票所选人数多于应选名额的是废票。`,
      )
    : allow;
}

/** Every valid ballot says one of four things of every candidate: for, against, somebody else, abstention. */
export function mayRecordElection(
  election: ElectionCounts,
  candidates: readonly CandidateCounts[],
): Decision {
  const ballots = mayCountBallots(election);
  if (!ballots.allowed) return ballots;
  if (candidates.length === 0) return deny("请至少填写一名候选人。");
  if (new Set(candidates.map((candidate) => candidate.name)).size !== candidates.length)
    return deny("候选人姓名重复，请核对；确为同名的请在姓名后加注。");
  const valid = election.ballotsReturned - election.invalidBallots;
  for (const { name, inFavour, against, abstained, others } of candidates) {
    const sum = inFavour + against + abstained + others;
    if (sum !== valid) {
      return deny(
        `候选人${name}的票数对不上：赞成 ${inFavour} + 反对 ${against} + 弃权 ${abstained} + 另选他人 ${others} = ${sum}，应等于有效票 ${valid} 张。`,
      );
    }
  }
  return mayFillSeats(election, candidates);
}

/**
 * Who is elected, in the order given: more than half of all deputies (地方组织法第25条), the most votes first.
 * A tie for the last seat elects none of the tied: they are voted on again. Without a quorum nobody is elected.
 */
export function electedOf(
  election: Pick<ElectionCounts, "seats" | "deputiesTotal" | "present">,
  candidates: readonly Pick<CandidateCounts, "inFavour">[],
  quorum: Quorum,
): boolean[] {
  if (election.present < quorumOf(election.deputiesTotal, quorum)) return candidates.map(() => false);
  const needed = majorityOf(election.deputiesTotal);
  const enough = candidates.filter((candidate) => candidate.inFavour >= needed);
  const ahead = (votes: number) => enough.filter((other) => other.inFavour > votes).length;
  const level = (votes: number) => enough.filter((other) => other.inFavour === votes).length;
  return candidates.map(
    ({ inFavour }) => inFavour >= needed && ahead(inFavour) + level(inFavour) <= election.seats,
  );
}

/** The sentence behind one candidate's result. */
export function candidateSentence(
  election: ElectionCounts,
  candidate: CandidateCounts,
  elected: boolean,
  rule: Quorum,
): string {
  const { deputiesTotal, present, seats } = election;
  const quorum = quorumOf(deputiesTotal, rule);
  if (present < quorum)
    return `到会 ${present} 人，不足全体代表的${shareInText(rule.percent)}（至少 ${quorum} 人），选举无效（${rule.citation}）`;
  const needed = majorityOf(deputiesTotal);
  const got = `应到 ${deputiesTotal} 人，赞成 ${candidate.inFavour} 票`;
  if (candidate.inFavour < needed)
    return `${got}，未超过全体代表的半数，至少需要 ${needed} 票（${majorityArticle}）`;
  return elected
    ? `${got}，超过全体代表的半数（${majorityArticle}）`
    : `${got}，已过半数，但应选 ${seats} 名，得票未进前 ${seats} 名或末位票数相等；票数相等的应再次投票`;
}

/** Vice posts need one to three candidates more than seats; a by-election may do without (地方组织法第27条). */
export function mayStandInThisNumber(election: ElectionCounts, candidates: number): Decision {
  if (candidates < election.seats)
    return deny(`候选人 ${candidates} 名少于应选 ${election.seats} 名`, candidatesArticle);
  if (election.post === "congressViceChair" && election.seats > mostViceChairs)
    return deny(`人大副主席应选 ${election.seats} 名，依法设一至二名`, postsArticle);
  if (!vicePosts.includes(election.post) || election.bySupplement) return allow;
  const extra = candidates - election.seats;
  return extra >= 1 && extra <= 3
    ? allow
    : deny(`副职应选 ${election.seats} 名、候选人 ${candidates} 名，应差额一至三人选举`, candidatesArticle);
}
