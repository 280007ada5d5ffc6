import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { saysSomething } from "@/lib/likeness";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { reception, station } from "../record";

type Station = FactsOf<typeof station>;
type FixedDay = Pick<Station, "fixedDay" | "fixedWeek" | "fixedWeekday">;

/** A weekday of a week is said wholly [R57]. */
const weekdayIsWhole = ({ fixedWeek, fixedWeekday }: FixedDay): Decision =>
  (fixedWeek === null) === (fixedWeekday === null)
    ? allow
    : about(
        fixedWeek === null ? "fixedWeek" : "fixedWeekday",
        deny("固定接待日按星期定的，请把第几个星期和星期几都选上。"),
      );

/** The fixed day is one: where a day of the month is given, no weekday stands beside it [R57]. */
export const oneFixedDay = (facts: Station): Station =>
  facts.fixedDay === null ? facts : { ...facts, fixedWeek: null, fixedWeekday: null };

const endsAfterStart = ({ startsOn, endsOn }: Station): Decision =>
  endsOn !== null && endsOn < startsOn
    ? about("endsOn", deny(`停用日期不能早于启用日期 ${startsOn}，请核对。`))
    : allow;

/** @param others the living stations of the same name */
export const stationFits = (facts: Station, others: readonly Station[]): Decision =>
  firstDenial(
    others.length > 0
      ? about("name", deny(`已有叫「${facts.name}」的联络站，请修改那一个，或换个名称以便区分。`))
      : allow,
    endsAfterStart(facts),
    weekdayIsWhole(facts),
  );

/** A station was open on every day on which voters were received there. @param days the first and the last of these */
export function opensForItsRecords(
  { startsOn, endsOn }: Pick<Station, "startsOn" | "endsOn">,
  { first, last }: { first: Day | null; last: Day | null },
): Decision {
  if (first !== null && startsOn > first)
    return about(
      "startsOn",
      deny(`这个联络站 ${first} 已有接待或意见登记，启用日期不能晚于这一天，请核对。`),
    );
  return endsOn !== null && last !== null && endsOn < last
    ? about("endsOn", deny(`这个联络站 ${last} 还有接待或意见登记，停用日期不能早于这一天，请核对。`))
    : allow;
}

export type Opened = Pick<Station, "name" | "startsOn" | "endsOn">;

/** Voters are received where a station was open. @param at the station; null where none is named */
export function stationWasOpen(at: Opened | null, occurredOn: Day): Decision {
  if (at === null) return allow;
  if (occurredOn < at.startsOn)
    return about(
      "occurredOn",
      deny(`「${at.name}」${at.startsOn} 才启用，请核对日期；启用日期有误的，先修改联络站。`),
    );
  return at.endsOn !== null && occurredOn > at.endsOn
    ? about("occurredOn", deny(`「${at.name}」已于 ${at.endsOn} 停用，请核对日期或另选联络站。`))
    : allow;
}

type Reception = FactsOf<typeof reception>;

/** That nobody came is said, not left to a nought [R57]. */
export const nobodyIsSaid = ({ visitors, note }: Pick<Reception, "visitors" | "note">): Decision =>
  visitors === 0 && !saysSomething(note ?? "")
    ? about("note", deny("接待选民 0 人的，请在主要事项里写明当天无人来访。"))
    : allow;

/** A station receives once a day [R57]. @param others receptions of the same day */
export const receptionIsNew = (
  { stationId, occurredOn }: Reception,
  others: readonly Reception[],
): Decision =>
  others.some((other) => other.stationId === stationId && other.occurredOn === occurredOn)
    ? about("occurredOn", deny(`这个联络站 ${occurredOn} 的接待已经登记，请修改那一条，把代表和人数加进去。`))
    : allow;

export type Received = { stations: number; months: number };

/** How many stations a township has, and in how many months of the year voters were received [R57]. */
export function receivedInYear(figures: Received | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: "还没有登记联络站" };
  const { stations, months } = figures;
  return {
    text: `联络站 ${stations} 个，本年有 ${months} 个月接待过选民`,
    gap: months === 0 ? `${year}年还没有登记接待日` : null,
  };
}
