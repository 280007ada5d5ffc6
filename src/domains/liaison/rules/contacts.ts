import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

type Term = { since: Day; until: Day | null };

export const isContactOn = ({ since, until }: Term, day: Day): boolean =>
  since <= day && (until === null || day <= until);

type Standing = Term & { township: string; name: string };

/** Nobody is appointed twice to the same township at once. */
export function mayAppoint(since: Day, standing: readonly Standing[]): Decision {
  const held = standing.filter(({ until }) => until === null || until >= since);
  if (held.length === 0) return allow;
  const [first] = held;
  return deny(
    `${first?.name ?? ""}已经是${held.map(({ township }) => township).join("、")}的联系人，请不要重复指定；要换开始日期的，先停止再指定。`,
  );
}

export function mayEnd({ since }: { since: Day }, until: Day): Decision {
  return until < since
    ? about("until", deny(`停止日期（${until}）早于开始日期（${since}），请核对。`))
    : allow;
}
