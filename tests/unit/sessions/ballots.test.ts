import { describe, expect, it } from "vitest";
import type { CandidateCounts, ElectionCounts } from "@/domains/sessions/rules/elections";
import {
  candidateSentence,
  electedOf,
  mayRecordElection,
  mayStandInThisNumber,
} from "@/domains/sessions/rules/elections";
import { majorityOf, mayRecordVote, quorumOf, verdictOf } from "@/domains/sessions/rules/majority";
import { type LawChoice, quorumOn } from "@/domains/tenancy/rules/law";
import { sessionTitle } from "@/domains/sessions/labels";
import { inChinese } from "@/lib/numbers";

const law: LawChoice = { province: "zhejiang", overrides: [] };
const quorum = quorumOn(law, "2026-01-13");
const verdict = (counts: Parameters<typeof verdictOf>[0]) => verdictOf(counts, quorum);

const vote = (deputiesTotal: number, present: number, inFavour: number) => ({
  deputiesTotal,
  present,
  inFavour,
  against: present - inFavour,
  abstained: 0,
  notVoted: 0,
});

const election = (over: Partial<ElectionCounts> = {}): ElectionCounts => ({
  post: "townshipDeputyHead",
  seats: 2,
  bySupplement: false,
  deputiesTotal: 100,
  present: 90,
  ballotsIssued: 90,
  ballotsReturned: 90,
  invalidBallots: 0,
  ...over,
});

const ballots = (n: number) => ({ present: n, ballotsIssued: n, ballotsReturned: n });

const candidate = (name: string, inFavour: number, valid = 90): CandidateCounts => ({
  name,
  inFavour,
  against: valid - inFavour,
  abstained: 0,
  others: 0,
});

describe("majority of all deputies", () => {
  it("[R18] is more than half of all deputies, never of those present", () => {
    expect([majorityOf(442), majorityOf(101), majorityOf(1)]).toEqual([222, 51, 1]);
    expect(verdict(vote(442, 300, 221)).passed).toBe(false);
    expect(verdict(vote(442, 300, 222)).passed).toBe(true);
  });

  it("[R18] says why in one sentence with its article", () => {
    expect(verdict(vote(442, 400, 225)).sentence).toBe(
      "应到 442 人，赞成 225 票，超过全体代表的半数（地方组织法第25条）",
    );
    expect(verdict(vote(442, 400, 221)).sentence).toContain("至少需要 222 票");
  });

  it("[R19] carries nothing with fewer than two thirds present, whatever the votes", () => {
    expect([3, 100, 300, 442].map((total) => quorumOf(total, quorum))).toEqual([2, 67, 200, 295]);
    expect(verdict(vote(100, 66, 66))).toMatchObject({
      passed: false,
      quorate: false,
      article: "地方组织法第14条",
    });
    expect(verdict(vote(100, 67, 67)).passed).toBe(true);
  });

  it("[R18] refuses counts that do not add up", () => {
    expect(mayRecordVote({ ...vote(100, 90, 80), against: 9 })).toMatchObject({ allowed: false });
    expect(mayRecordVote({ ...vote(100, 90, 80), against: 4, abstained: 3, notVoted: 3 }).allowed).toBe(true);
    expect(mayRecordVote(vote(80, 90, 80)).allowed).toBe(false);
  });
});

describe("elections", () => {
  it("[R22] elects by majority of all deputies, most votes first, seats at most", () => {
    const three = [candidate("甲", 60), candidate("乙", 80), candidate("丙", 70)];
    expect(electedOf(election(), three, quorum)).toEqual([false, true, true]);
    expect(electedOf(election(), [candidate("甲", 50), candidate("乙", 51)], quorum)).toEqual([false, true]);
  });

  it("[R22] elects none of those who tie for the last seat, and nobody without a quorum", () => {
    const tied = [candidate("甲", 80), candidate("乙", 60), candidate("丙", 60)];
    expect(electedOf(election(), tied, quorum)).toEqual([true, false, false]);
    const few = election({ present: 60, ballotsIssued: 60, ballotsReturned: 60 });
    expect(electedOf(few, [candidate("甲", 60, 60)], quorum)).toEqual([false]);
    expect(candidateSentence(few, candidate("甲", 60, 60), false, quorum)).toContain("三分之二");
  });

  it("[R22] wants one to three candidates more than seats for vice posts, unless it is a by-election", () => {
    const allowed = (over: Partial<ElectionCounts>, n: number) =>
      mayStandInThisNumber(election(over), n).allowed;
    expect([2, 3, 5, 6].map((n) => allowed({}, n))).toEqual([false, true, true, false]);
    expect(allowed({ bySupplement: true }, 2)).toBe(true);
    expect(allowed({ post: "townshipHead", seats: 1 }, 1)).toBe(true);
    expect(allowed({ post: "townshipHead", seats: 1 }, 0)).toBe(false);
  });

  it("[R22] refuses more ballots returned than issued, and candidates whose votes miss the valid ballots", () => {
    expect(mayRecordElection(election({ ballotsReturned: 91 }), [candidate("甲", 60)]).allowed).toBe(false);
    expect(mayRecordElection(election({ ballotsIssued: 95 }), [candidate("甲", 60)]).allowed).toBe(false);
    expect(mayRecordElection(election({ invalidBallots: 1 }), [candidate("甲", 60)]).allowed).toBe(false);
    expect(mayRecordElection(election({ invalidBallots: 1 }), [candidate("甲", 60, 89)]).allowed).toBe(true);
    expect(mayRecordElection(election(), [candidate("甲", 60), candidate("甲", 50)]).allowed).toBe(false);
  });
});

describe("totals that must fit", () => {
  it("[R22] refuses more votes in favour than ballots times seats, and says the sum", () => {
    const one = election({ post: "townshipHead", seats: 1, ...ballots(47) });
    const two = [candidate("甲", 42, 47), candidate("乙", 40, 47)];
    expect(mayRecordElection(one, two)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining("合计 82 票，多于有效票 47 张 × 应选 1 名 = 47 票") as string,
    });
    expect(mayRecordElection(one, [candidate("甲", 42, 47), candidate("乙", 5, 47)]).allowed).toBe(true);
    expect(mayRecordElection(election({ seats: 2, ...ballots(47) }), two).allowed).toBe(true);
  });

  it("[R22] knows one chair and one head; a third vice-chair is told with the article", () => {
    const chairs = election({ post: "congressChair", seats: 2 });
    expect(mayRecordElection(chairs, [candidate("甲", 60)])).toMatchObject({ allowed: false });
    const vice = election({ post: "congressViceChair", seats: 3 });
    expect(mayRecordElection(vice, [candidate("甲", 60)]).allowed).toBe(true);
    expect(mayStandInThisNumber(vice, 4)).toMatchObject({ allowed: false, article: "地方组织法第18条" });
  });
});

describe("words", () => {
  it("[R18] writes terms and sessions as people do", () => {
    expect([1, 10, 11, 19, 20, 23, 99].map(inChinese)).toEqual([
      "一",
      "十",
      "十一",
      "十九",
      "二十",
      "二十三",
      "九十九",
    ]);
    expect(sessionTitle(19, 8)).toBe("第十九届人大第八次会议");
  });
});
