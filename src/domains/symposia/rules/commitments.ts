import { type Day, dayInText } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { GatheringKind, GatheringState, Verdict } from "../labels";

type Gathering = { kind: GatheringKind; state: GatheringState; heldOn: Day };

/** Promises are made at a symposium that was held, each for a day after it. */
export function mayCommit({ kind, state, heldOn }: Gathering, dueOn: Day, invited: boolean): Decision {
  if (kind !== "symposium") return deny("承诺只在季度座谈会上登记。");
  return firstDenial(
    state === "recorded" ? allow : deny("请先登记座谈会的到会情况和纪要，再登记承诺。"),
    invited ? allow : about("townshipId", deny("这个乡镇没有到会，不能登记它的承诺。")),
    dueOn > heldOn ? allow : about("dueOn", deny(`完成期限应晚于座谈会（${dayInText(heldOn)}）。`)),
  );
}

type Promised = { verdict: Verdict | null };

export const mayReport = ({ verdict }: Promised): Decision =>
  verdict === null ? allow : deny("这项承诺县人大已有结论，不用再报告。");

export const mayDrop = ({ verdict }: Promised): Decision =>
  verdict === null ? allow : deny("这项承诺已有结论，留作记录，不能撤销。");

/** Followed up at a later symposium, or between two of them. */
export function mayJudge(
  { verdict, madeOn }: Promised & { madeOn: Day },
  at: { kind: GatheringKind; state: GatheringState; heldOn: Day } | null,
  today: Day,
): Decision {
  if (verdict !== null) return deny("这项承诺已有结论，不能重复登记。");
  if (at === null) return allow;
  return firstDenial(
    at.kind === "symposium" ? allow : deny("承诺在座谈会上跟进，请选择一次座谈会。"),
    at.state === "draft" || at.state === "calledOff" || at.heldOn > today
      ? deny("这次座谈会还没有召开，请选择开过的座谈会。")
      : allow,
    at.heldOn > madeOn ? allow : deny("承诺由以后的座谈会跟进，请选择后一次座谈会。"),
  );
}
