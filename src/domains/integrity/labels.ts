import { type SignalCode, signals } from "./rules/signals";

/** What a reviewer of the county may decide of a signal. Only `confirmed` may take off points. */
export const decisions = ["explained", "verified", "confirmed"] as const;
export type Decision = (typeof decisions)[number];

export const decisionLabels: Record<Decision, string> = {
  explained: "已说明",
  verified: "已核实",
  confirmed: "成立",
};

/** What each means, beside its choice. */
export const decisionHints: Record<Decision, string> = {
  explained: "乡镇的说明可以接受",
  verified: "看过原始材料，没有问题",
  confirmed: "查实有问题",
};

/** What each signal is called. */
export const signalNames = Object.fromEntries(signals.map(({ code, name }) => [code, name])) as Record<
  SignalCode,
  string
>;
