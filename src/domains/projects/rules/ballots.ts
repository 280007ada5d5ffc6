import { electedOf, type ElectionCounts, mayCountBallots } from "@/domains/sessions/rules/elections";
import { majorityArticle, majorityOf, quorumOf } from "@/domains/sessions/rules/majority";
import { type Quorum, shareInText } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type BallotCounts = Omit<ElectionCounts, "post" | "bySupplement">;

export type BallotFacts = BallotCounts & {
  year: number;
  occurredOn: Day;
  session: { startsOn: Day; endsOn: Day | null };
  /** deputies of the township in office that day; 0 where no mandates were entered */
  inOffice: number;
};

/** A candidate with its votes. */
export type BallotLine = {
  name: string;
  year: number;
  nominatedOn: Day | null;
  /** the day of another ballot that chose it */
  chosenBefore: Day | null;
  inFavour: number;
  against: number;
};

function atSession({ occurredOn, session: { startsOn, endsOn } }: BallotFacts): Decision {
  const last = endsOn ?? startsOn;
  if (occurredOn >= startsOn && occurredOn <= last) return allow;
  return about("occurredOn", deny(`票决日期不在所选人代会的会期内（${startsOn} 至 ${last}），请核对。`));
}

/** Half of all deputies is half of those in office that day, and not of whatever number was typed. */
function ofAllDeputies({ deputiesTotal, inOffice, occurredOn }: BallotFacts): Decision {
  return inOffice === 0 || inOffice === deputiesTotal
    ? allow
    : about(
        "deputiesTotal",
        deny(
          `名册上 ${occurredOn} 在任的本级代表是 ${inOffice} 人，与填写的 ${deputiesTotal} 人不同，请核对名册或改全体代表。`,
          majorityArticle,
        ),
      );
}

function mayStand(ballot: BallotFacts, { name, year, nominatedOn, chosenBefore }: BallotLine): Decision {
  if (year !== ballot.year) return deny(`「${name}」是 ${year} 年的项目，不能列入 ${ballot.year} 年的票决。`);
  if (nominatedOn === null) return deny(`「${name}」还没有由主席团列为候选，请先登记提名。`);
  if (nominatedOn > ballot.occurredOn)
    return deny(`「${name}」在 ${nominatedOn} 才列为候选，晚于票决日期，请核对。`);
  return chosenBefore === null ? allow : deny(`「${name}」已在 ${chosenBefore} 票决入选，不用再次票决。`);
}

function votesFit({ name, inFavour, against }: BallotLine, valid: number): Decision {
  const sum = inFavour + against;
  return sum <= valid
    ? allow
    : deny(
        `「${name}」赞成 ${inFavour} + 反对 ${against} = ${sum} 票，多于有效票 ${valid} 张（收回 − 废票），请核对。`,
      );
}

export function mayHoldBallot(ballot: BallotFacts, lines: readonly BallotLine[]): Decision {
  const { seats, ballotsReturned, invalidBallots } = ballot;
  const valid = ballotsReturned - invalidBallots;
  const inFavour = lines.reduce((sum, line) => sum + line.inFavour, 0);
  return firstDenial(
    atSession(ballot),
    ofAllDeputies(ballot),
    mayCountBallots(ballot, "票决"),
    lines.length === 0 ? deny("请至少填写一个候选项目的赞成票。") : allow,
    seats > lines.length
      ? about(
          "seats",
          deny(`应选 ${seats} 项多于候选 ${lines.length} 项，请核对应选项目或补填候选项目的票数。`),
        )
      : allow,
    ...lines.flatMap((line) => [mayStand(ballot, line), votesFit(line, valid)]),
    inFavour > valid * seats
      ? deny(
          `各项目赞成票合计 ${inFavour} 票，多于有效票 ${valid} 张 × 应选 ${seats} 项 = ${valid * seats} 票。请核对票数；所选项目多于应选数的是废票。`,
        )
      : allow,
  );
}

/** Who is chosen, in the order given: by the rule of elections, more than half of all deputies and the most votes first. */
export const chosenOf = (
  ballot: BallotCounts,
  lines: readonly Pick<BallotLine, "inFavour">[],
  quorum: Quorum,
): boolean[] => electedOf(ballot, lines, quorum);

/** The sentence behind one candidate's result. */
export function resultSentence(
  { deputiesTotal, present, seats }: BallotCounts,
  inFavour: number,
  chosen: boolean,
  quorum: Quorum,
): string {
  const least = quorumOf(deputiesTotal, quorum);
  if (present < least)
    return `到会 ${present} 人，不足全体代表的${shareInText(quorum.percent)}（至少 ${least} 人），票决无效（${quorum.citation}）`;
  const needed = majorityOf(deputiesTotal);
  if (inFavour < needed)
    return `赞成 ${inFavour} 票，未过全体代表半数，至少需要 ${needed} 票（${majorityArticle}）`;
  return chosen
    ? `赞成 ${inFavour} 票，超过全体代表半数（${majorityArticle}）`
    : `赞成 ${inFavour} 票，已过半数，但未进前 ${seats} 名或末位票数相等；票数相等的应再次投票`;
}

type Followed = { name: string; chosen: boolean; firstPlannedOn: Day | null; ratedOn: Day | null };

/** What has been planned since stands on the ballot: its project stays chosen, and the ballot before its first milestone. */
export function mayChangeBallot(followed: readonly Followed[], occurredOn: Day | null): Decision {
  const [lost] = followed.filter(({ chosen, firstPlannedOn }) => !chosen && firstPlannedOn !== null);
  if (lost !== undefined)
    return deny(`「${lost.name}」已经登记节点，票决结果不能改为未入选；没有到期的节点作废以后才能改。`);
  const unrated = followed.find(({ chosen, ratedOn }) => !chosen && ratedOn !== null);
  if (unrated !== undefined)
    return deny(
      `「${unrated.name}」已在 ${unrated.ratedOn ?? ""} 测评，票决结果不能改为未入选；请先作废那次测评。`,
    );
  const early = followed.find(
    ({ firstPlannedOn }) => firstPlannedOn !== null && occurredOn !== null && firstPlannedOn < occurredOn,
  );
  const rated = followed.find(
    ({ ratedOn }) => ratedOn !== null && occurredOn !== null && ratedOn < occurredOn,
  );
  if (rated !== undefined)
    return about(
      "occurredOn",
      deny(`「${rated.name}」的测评（${rated.ratedOn ?? ""}）早于这个票决日期，请核对。`),
    );
  return early === undefined
    ? allow
    : about("occurredOn", deny(`「${early.name}」的节点早于这个票决日期，请先核对节点。`));
}
