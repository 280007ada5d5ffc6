import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { Answer } from "../labels";
import { type Severity, severityWords } from "./merged";
import { isOpen } from "./parts";
import type { PartFacts } from "./progress";

/** What was seen at a point. @property note of a problem: what is wrong */
export type Seen = {
  answer: Answer;
  severity: Severity | null;
  note: string | null;
  place: string | null;
};

type Activity = { state: string; on: Day };

/** The checklist is filled in once the township has said by which activity it carries its part out. */
export function mayCheck(part: PartFacts, activity: Activity | null): Decision {
  return firstDenial(
    isOpen(part),
    activity === null ? deny("请先登记开展情况，再逐条填写检查清单。") : allow,
    activity?.state === "cancelled" ? deny("监督活动已经取消，请重新登记开展情况。") : allow,
  );
}

/** A problem says what is wrong and how bad it is; whatever else was seen is no problem. */
export function mayBeAnswer({ answer, severity, note }: Seen): Decision {
  if (answer !== "problem")
    return severity === null ? allow : about("severity", deny("只有「有问题」要选轻重，请去掉。"));
  return firstDenial(
    note === null ? about("note", deny("请写明有什么问题。")) : allow,
    severity === null ? about("severity", deny("请选择问题的轻重。")) : allow,
  );
}

export function maySee(seenOn: Day, activity: Pick<Activity, "on">, today: Day): Decision {
  if (seenOn > today) return about("seenOn", deny("日期不能晚于今天，请核对手机的日期。"));
  return seenOn < activity.on ? about("seenOn", deny(`日期不能早于活动日期（${activity.on}）。`)) : allow;
}

/** An answer is about a point of the task's list, and about one of the units to be inspected where there are any. */
export function isAsked(
  { code, unit }: { code: string; unit: string | null },
  points: readonly { code: string }[],
  units: readonly string[],
): Decision {
  if (!points.some((point) => point.code === code)) return deny("检查清单里没有这一条，请刷新页面后再填。");
  const known = unit === null ? units.length === 0 : units.includes(unit);
  return known ? allow : about("unit", deny("受检单位已经变动，请刷新页面后重新选择。"));
}

/** What became a finding goes on as one: it is mended, or struck out, there. */
export const mayChange = (finding: { number: number } | null): Decision =>
  finding === null
    ? allow
    : deny(`这一条已登记为问题${finding.number}，请在问题页面修改；登记错了的，在那里作废后再改这一条。`);

export const sameSeen = (one: Seen, other: Seen): boolean =>
  one.answer === other.answer &&
  one.severity === other.severity &&
  one.note === other.note &&
  one.place === other.place;

/** A problem as the finding says it: where, what, how bad. */
export function findingText({ note, place, severity }: Seen, unit: string | null, code: string): string {
  const beside = [place, severity === null ? null : `${severityWords[severity]}问题`, `检查要点${code}`];
  return `${unit === null ? "" : `${unit}：`}${note ?? ""}（${beside.filter((word) => word !== null).join("，")}）`;
}

/** How far the list is. @property clean everything was answered, and nothing is a problem */
export function progressOfList(places: number, answers: readonly Pick<Seen, "answer">[]) {
  const problems = answers.filter(({ answer }) => answer === "problem").length;
  return {
    places,
    answered: answers.length,
    problems,
    clean: places > 0 && answers.length >= places && problems === 0,
  };
}
