import { toCents } from "@/domains/figures/rules/formulas";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { Item } from "./items";
import { valueSaid } from "../labels";
import { type Stage, stageNames } from "./stages";

export const seats = ["first", "second", "moderator"] as const;
export type Seat = (typeof seats)[number];
export const seatNames: Record<Seat, string> = { first: "评审甲", second: "评审乙", moderator: "协调人" };

/** A reviewer's word on an item. */
export type Opinion = { value: number; reason: string };

/*
 * Half a point is what one case more or less makes in most indicators, and nobody should be called in for that; of a large
 * indicator a tenth of its points is still the same judgement.
 */
const leastApart = 0.5;
const shareApart = 0.1;

/** How far two reviewers may lie apart in an indicator and still be of one mind. */
export const threshold = (points: number): number => Math.max(leastApart, points * shareApart);

export type Settled =
  | {
      state: "settled";
      value: number | null;
      reason: string | null;
      by: "system" | "reviewers" | "moderator";
    }
  /** too far apart: somebody else has the word */
  | { state: "apart"; first: number | null; second: number | null };

const said = (seat: Seat, opinion: Opinion | undefined): string[] =>
  opinion === undefined || opinion.reason === "" ? [] : [`${seatNames[seat]}：${opinion.reason}`];

type Measured = Pick<Item, "kind" | "most">;

/** Cases and vetoes are either there or not; so are points where only one of two gives any. */
const liesApart = ({ kind, most }: Measured, one: number | null, other: number | null): boolean =>
  kind === "indicator" && one !== null && other !== null
    ? Math.abs(one - other) > threshold(most) + 1e-9
    : one !== other;

function moderated({ kind }: Measured, one: number | null, other: number | null, word: Opinion): Settled {
  const reason = [
    `两名评审分别为 ${valueSaid(kind, one)}、${valueSaid(kind, other)}`,
    `协调定为 ${valueSaid(kind, word.value)}`,
    word.reason,
  ].join("，");
  return { state: "settled", value: word.value, reason, by: "moderator" };
}

/**
 * What two reviewers make of an item. Who says nothing keeps what the system has (`system`: its points; none of any case).
 * Of points near to each other the mean holds; what lies apart is a third person's.
 */
export function settle(
  item: Measured,
  system: number | null,
  { first, second, moderator }: Partial<Record<Seat, Opinion>>,
): Settled {
  const [one, other] = [first?.value ?? system, second?.value ?? system];
  if (liesApart(item, one, other))
    return moderator === undefined
      ? { state: "apart", first: one, second: other }
      : moderated(item, one, other, moderator);
  if (one === null || other === null || (one === system && other === system))
    return { state: "settled", value: system, reason: null, by: "system" };
  const mean = toCents((one + other) / 2);
  const between = one === other ? [] : [`两名评审分别评 ${one.toFixed(2)}、${other.toFixed(2)}，取平均`];
  const reason = [...between, ...said("first", first), ...said("second", second)].join("；");
  return { state: "settled", value: mean, reason, by: "reviewers" };
}

export type Candidate = { accountId: string; name: string; isContact: boolean };
/** @property seated who sits there already, by seat; @property submitted whether the seat's review is handed in */
export type Assignment = {
  seat: Seat;
  candidate: Candidate;
  township: string;
  stage: Stage;
  seated: Partial<Record<Seat, string>>;
  submitted: boolean;
};

/** Reviewers are nobody's advocates: a contact person looks after the township all year and does not judge it. */
export function maySeat({ seat, candidate, township, stage, seated, submitted }: Assignment): Decision {
  const other = seats.find((one) => one !== seat && seated[one] === candidate.accountId);
  return firstDenial(
    ["frozen", "selfAssessment", "review"].includes(stage)
      ? allow
      : deny(`评审已经结束（现在是“${stageNames[stage]}”），不能再换评审人。`),
    submitted ? deny(`${township}的${seatNames[seat]}已经提交评审，不能换人。`) : allow,
    candidate.isContact
      ? deny(
          `${candidate.name}是${township}的联系人，按规定回避（考核年度以来当过的也要回避），不能评审这个乡镇。请另选一人。`,
        )
      : allow,
    other === undefined
      ? allow
      : deny(`${candidate.name}已经是${township}的${seatNames[other]}，请另选一人，三个人不能重复。`),
  );
}

type Seated = { seat: Seat; submittedOn: string | null };

/** Where somebody may still be seated: not where it is handed in, and no moderator where two are of one mind. */
export const openSeats = (reviewers: readonly Seated[], apart: readonly string[] | null): Seat[] =>
  seats.filter((seat) => {
    const handedIn = reviewers.some((one) => one.seat === seat && one.submittedOn !== null);
    return !handedIn && (seat !== "moderator" || apart === null || apart.length > 0);
  });

/** @property isContact also since he was seated, and also where it has ended meanwhile */
export type Sitting = { seat: Seat; submitted: boolean; isContact: boolean };

/** @property both whether both reviewers have handed in */
export function mayReview(stage: Stage, own: Sitting | null, both: boolean): Decision {
  return firstDenial(
    stage === "review" ? allow : deny(`现在是“${stageNames[stage]}”，评审阶段才能打分。`),
    own === null ? deny("您不是这个乡镇的评审人，不能打分。需要时请经办人安排。") : allow,
    own?.submitted === true ? deny("您已经提交，不能再改。") : allow,
    own?.isContact === true
      ? deny("您在考核年度以来是这个乡镇的联系人，按规定回避，不能评审。请经办人另外安排评审人。")
      : allow,
    own?.seat === "moderator" && !both ? deny("两名评审都提交后，才由协调人处理差异。") : allow,
  );
}

/** What is said of an item must be possible: whole cases, points within the indicator's, and always why. */
export function mayOpine(item: Item, value: number): Decision {
  const whole = item.kind === "indicator" || Number.isInteger(value);
  return firstDenial(
    value < 0 || value > item.most
      ? deny(`“${item.name}”应在 0 到 ${item.most} ${item.kind === "indicator" ? "分" : "次"}之间。`)
      : allow,
    whole ? allow : deny(`“${item.name}”按次数填，应为整数。`),
    value === toCents(value) ? allow : deny("分数最多两位小数。"),
  );
}

/** Whoever hands in has scored what the system cannot; the moderator everything that lies apart. */
export const maySubmitReview = (missing: readonly string[]): Decision =>
  missing.length === 0
    ? allow
    : deny(`还有 ${missing.length} 项没有打分：${missing.join("、")}。打完分再提交。`);
