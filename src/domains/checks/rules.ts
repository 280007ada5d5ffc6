import { whileUndecided } from "@/domains/figures/rules/decided-year";
import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { Result } from "./labels";

type Standing = {
  year: number;
  today: Day;
  frozenOn: Day | null;
  /** when it was drawn */
  drawnOn: Day | null;
  /** the day on which the announced number is known */
  opensOn: Day | null;
};

const notFrozen = ({ year }: Standing): Decision =>
  deny(`${year} 年考核还没有封存。抽查从封存的证据里抽取，请先在年度考核页封存。`);

const alreadyDrawn = ({ year, drawnOn }: Standing): Decision =>
  deny(`${year} 年的抽查已于 ${drawnOn ?? ""} 抽取，一年只抽一次，不能重抽。`);

/** The number is named while nobody can know it, and may be renamed until its day. */
export function mayAnnounce(standing: Standing, opensOn: Day): Decision {
  const { frozenOn, drawnOn, today } = standing;
  if (frozenOn === null) return notFrozen(standing);
  if (drawnOn !== null) return alreadyDrawn(standing);
  if (standing.opensOn !== null && standing.opensOn <= today)
    return deny(`公布的号码已于 ${standing.opensOn} 产生，不能再换别的号码。请用它抽取。`);
  return opensOn > today
    ? allow
    : about("opensOn", deny("号码产生的日期应在今天以后：要先公布用哪个号码，再等它产生，谁都不能挑。"));
}

export function mayDraw(standing: Standing): Decision {
  const { frozenOn, drawnOn, opensOn, today } = standing;
  if (frozenOn === null) return notFrozen(standing);
  if (drawnOn !== null) return alreadyDrawn(standing);
  if (opensOn === null) return deny("还没有公布用哪个号码。请先公布抽查办法，等号码产生后再抽取。");
  return today < opensOn ? deny(`公布的号码到 ${opensOn} 才产生，那天起才能抽取。`) : allow;
}

/** Nothing is drawn and no result noted or corrected once the year is decided. */
export const mayStillCheck = (year: number, decidedOn: Day | null): Decision =>
  whileUndecided(year, decidedOn, "不能再抽查，也不能再登记结果。有问题的请在下一年考核中核查。");

/** What is not as recorded says why, and so does whoever corrects a result. */
export function mayRecord(found: { result: Result; reason: string | null }, before: Result | null): Decision {
  if (found.reason !== null) return allow;
  if (before !== null) return about("reason", deny("更正抽查结果要写明理由。"));
  return found.result === "asRecorded"
    ? allow
    : about("reason", deny("结果是“不符”或“查无”的，要写明哪里不符、查过什么。"));
}
