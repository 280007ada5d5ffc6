import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import { plain } from "@/lib/likeness";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { groupActivity } from "../record";

type Activity = FactsOf<typeof groupActivity>;

/** A group meets from the day it was formed. @param group null for one that was struck out since */
export const groupWasThere = (group: { name: string; formedOn: Day } | null, occurredOn: Day): Decision =>
  group !== null && occurredOn < group.formedOn
    ? about(
        "occurredOn",
        deny(`「${group.name}」${group.formedOn} 才编组，请核对活动日期；编组日期有误的，先修改小组。`),
      )
    : allow;

/** The same activity is entered once [R46]. @param others activities of the same day */
export const activityIsNew = (
  { groupId, topic, occurredOn }: Activity,
  others: readonly Activity[],
): Decision =>
  others.some(
    (other) =>
      other.groupId === groupId && other.occurredOn === occurredOn && plain(other.topic) === plain(topic),
  )
    ? about(
        "topic",
        deny(`这个小组 ${occurredOn} 的这次活动已经登记，请修改那一条；确是另一次的，请在活动主题中写明。`),
      )
    : allow;

/** @property unnamed how often somebody took part whose name nobody kept */
export type Active = { activities: number; groups: number; active: number; unnamed: number };

/** How many groups a township has, and how many met at least once in the year [R46]. */
export function activeInYear(figures: Active | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的小组活动还没有登记` };
  const { activities, groups, active, unnamed } = figures;
  const others = unnamed === 0 ? "" : `，另有未录姓名的 ${unnamed} 人次参加`;
  const idle = groups - active;
  return {
    text: `活动 ${activities} 次，${groups} 个小组中 ${active} 个开展过活动${others}`,
    gap: idle > 0 ? `${idle} 个小组${year}年还没有活动` : null,
  };
}
