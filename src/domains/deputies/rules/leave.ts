import { addMonths, type Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

export type LeaveFact = { startsOn: Day; endsOn: Day };

/**
 * Who is away is away once at a time, for a year at most: whoever stays away longer is asked again.
 * @param seen what says that the deputy was there on one of these days
 */
export function mayTakeLeave(
  existing: readonly LeaveFact[],
  { startsOn, endsOn }: LeaveFact,
  seen: { day: Day; duty: string } | null,
): Decision {
  if (endsOn < startsOn)
    return about("endsOn", deny(`最后一天（${endsOn}）早于第一天（${startsOn}），请核对。`));
  if (endsOn > addMonths(startsOn, 12))
    return about("endsOn", deny("请假一次最多登记一年，更长的请到期后再登记。"));
  const clash = existing.find((leave) => leave.startsOn <= endsOn && startsOn <= leave.endsOn);
  if (clash !== undefined)
    return about(
      "startsOn",
      deny(`${clash.startsOn} 至 ${clash.endsOn} 已登记请假，请改日期，或先撤销那一条。`),
    );
  return seen === null
    ? allow
    : about(
        "startsOn",
        deny(
          `这位代表 ${seen.day} 已有履职记录「${seen.duty}」，请假请避开这一天；登记有误的，先更正那条记录。`,
        ),
      );
}

type Away = { name: string; from: Day; until: Day };
const awayInWords = (away: readonly Away[]): string =>
  away.map(({ name, from, until }) => `${name}（${from} 至 ${until}）`).join("、");

/** Whoever took part was not away. */
export const noneAway = (away: readonly Away[]): Decision =>
  away.length === 0
    ? allow
    : deny(`${awayInWords(away)}登记了请假，不能登记为参加；提前回来的请先在代表页撤销请假。`);

/** On a roll everybody is present unless named: who was away that day is named. */
export const awayAreMarked = (present: readonly Away[]): Decision =>
  present.length === 0
    ? allow
    : deny(`${awayInWords(present)}登记了请假，请在名单中改为请假或缺席；提前回来的请先在代表页撤销请假。`);
