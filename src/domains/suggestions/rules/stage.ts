import { allow, type Decision, deny } from "@/lib/decision";
import type { SuggestionState } from "./states";

/** What a state word means in a sentence of refusal. */
const standing: Record<SuggestionState, string> = {
  draft: "还是草稿",
  submitted: "正等待三关审核",
  returned: "已退回代表修改",
  merged: "已并入另一件建议",
  checked: "已通过审核，尚未交办",
  assigned: "已交办，单位尚未落实",
  returnRequested: "单位申请退办，尚未处理",
  accepted: "已三落实，正在办理",
  consulted: "已与代表面商，尚未答复",
  replied: "已答复，正等代表测评",
  redo: "代表不满意，正在重新办理",
  rated: "已测评",
  notRated: "测评期满未测评",
  tracking: "正在跟踪承诺",
  closed: "已经办结",
};

/** A step that is taken in these states alone. */
export function only(
  facts: { state: SuggestionState },
  states: readonly SuggestionState[],
  doing: string,
): Decision {
  if (states.includes(facts.state)) return allow;
  return deny(`这件建议${standing[facts.state]}，现在不能${doing}。`);
}
