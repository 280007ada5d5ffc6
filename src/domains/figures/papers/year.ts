import { type Scheme, totalOf } from "@/domains/figures/rules/scheme";
import type { Result } from "@/domains/figures/rules/scoring";
import { type Day, dateInText } from "@/lib/dates";

/** How far a year has come: what a paper may be taken as, and what its figures may still become. */
export type YearState =
  | { kind: "open" }
  | { kind: "over" }
  | { kind: "frozen"; on: Day; hash: string }
  | { kind: "decided"; on: Day; by: string; frozen: { on: Day; hash: string } };

export type PaperTownship = Omit<Result, "id"> & { name: string; class: number | null };

export type PaperYear = {
  county: string;
  year: number;
  /** the figures stand as of this day */
  today: Day;
  /** when the paper is made */
  writtenOn: Day;
  /** how much of the points a panel of people made; 0 without one */
  panelPercent: number;
  state: YearState;
  scheme: Scheme;
  /** by which scheme the points were given, in words */
  schemeSaid: string;
};

/** Every township of a year. */
export type CountyYear = PaperYear & { townships: readonly PaperTownship[] };

/** What stands in brackets below a paper's title; null where the figures are settled. */
export function standingOf({ state, today }: PaperYear): string | null {
  switch (state.kind) {
    case "open":
      return `本年未结束，仅供参考，数据截至${dateInText(today)}`;
    case "over":
      return "本年数据尚未封存，仅供参考";
    case "frozen":
      return "数据已封存，结果尚待决定";
    case "decided":
      return null;
  }
}

const seal = ({ on, hash }: { on: Day; hash: string }): string =>
  `考核数据于${dateInText(on)}封存，封存后不再重新计算，校验值（SHA-256）为 ${hash}`;

/** What a paper's figures are worth, said at its end. */
export function worthOf({ state, today, year }: PaperYear): string {
  const now = dateInText(today);
  switch (state.kind) {
    case "open":
      return `${year}年尚未结束，本文数据按截至${now}的记录计算，随记录增加还会变动，仅供参考，不作为考核结果。`;
    case "over":
      return `${year}年已经结束，数据尚未封存，本文按截至${now}的记录计算，补录、更正后还会变动，仅供参考，不作为考核结果。`;
    case "frozen":
      return `${year}年${seal(state)}。复核、申诉和主任会议决定尚未完成，等次以决定为准。`;
    case "decided":
      return `本结果经${state.by}于${dateInText(state.on)}决定。${year}年${seal(state.frozen)}。`;
  }
}

export const pointsText = (points: number | null): string => (points === null ? "未录" : points.toFixed(2));

export const rankText = ({ rank }: PaperTownship): string =>
  rank.rank === null ? "–" : `${rank.rank}${rank.tied ? "（并列）" : ""}`;

/** Bonus and deduction with their sign; nothing was given or taken is a dash. */
export const extraText = (sign: "+" | "−", points: number): string =>
  points === 0 ? "–" : `${sign}${points.toFixed(2)}`;

/** Long words end and begin in one sentence: 一类 3 个：甲、乙、丙. */
export const listed = (names: readonly string[], none = "无"): string =>
  names.length === 0 ? none : names.join("、");

/** What a meeting decided bears the meeting's day, whenever it is printed; anything else the day on which it is made. */
export const signedOn = ({ state, writtenOn }: PaperYear): Day =>
  state.kind === "decided" ? state.on : writtenOn;

/** How points, total and places hang together; said once, below every table that has them. */
export function scaleSaid({ scheme, panelPercent }: PaperYear, computed: number): string {
  const whole = totalOf(scheme);
  const panelled = panelPercent === 0 ? "" : `与评议团评分合成（评议团占 ${panelPercent}%），再`;
  const scaled =
    computed === whole
      ? `“总分”为得分${panelled}加减加分、扣分`
      : `已能计算的指标共 ${computed} 分，“得分”按此计；“总分”折成 ${whole} 分后${panelled}加减加分、扣分`;
  return `“得分”为各项指标得分之和，无应办事项的指标不计分，其分值由其他指标分摊；${scaled}；位次在同类内按总分排列。“–”表示没有，“未录”表示没有录入记录，不等于零分。`;
}
