import type { Day } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import { type post, postLabels } from "./record";

type Facts = FactsOf<typeof post>;

const runsUntil = (endsOn: Day | null, day: Day): boolean => endsOn === null || endsOn >= day;

/** How often somebody of this name holds this post within the same days. */
export const heldAlready = (
  { name, post: held, startsOn, endsOn }: Facts,
  others: readonly Facts[],
): number =>
  others.filter(
    (other) =>
      other.name === name &&
      other.post === held &&
      runsUntil(endsOn, other.startsOn) &&
      runsUntil(other.endsOn, startsOn),
  ).length;

/** Nobody leaves before they came, and nobody holds one post twice at a time. */
export const mayHold = (facts: Facts, already: number): Decision =>
  firstDenial(
    facts.endsOn !== null && facts.endsOn < facts.startsOn ? deny("离任日期早于任职日期，请核对。") : allow,
    already > 0
      ? deny(`${facts.name}在这段时间已登记为${postLabels[facts.post]}，请修改原来的记录。`)
      : allow,
  );

/** Who is in post on a day. */
export type Staff = { people: number; fullTime: number };

const fewest = 3;

/** Fewer than three people for the congress's daily work is worth a word to the county [R2]. */
export function staffing({ people, fullTime }: Staff): Standing {
  if (people === 0) return { text: "未录", gap: "还没有登记主席、副主席和工作人员" };
  const text = `在任 ${people} 人，其中专职 ${fullTime} 人`;
  return { text, gap: people < fewest ? `少于 ${fewest} 人` : null };
}
