import { type Day, daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type AskState = "waiting" | "answered" | "returned" | "recalled";

/** What a township's state in a request follows from. */
export type AskFacts = {
  answeredOn: Day | null;
  returnedOn: Day | null;
  /** the whole request was taken back */
  recalledOn: Day | null;
  dueOn: Day;
};

/** Follows from what was done: what was answered in time stays answered when the request is taken back. */
export function askStateOf({ answeredOn, returnedOn, recalledOn }: AskFacts): AskState {
  if (answeredOn !== null && returnedOn === null) return "answered";
  if (recalledOn !== null) return "recalled";
  return returnedOn === null ? "waiting" : "returned";
}

/** Days by which an answer is late; null where it is in time or owed no more. */
export function askLateBy(ask: AskFacts, today: Day): number | null {
  const state = askStateOf(ask);
  if (state === "recalled") return null;
  const days = daysBetween(ask.dueOn, state === "answered" ? (ask.answeredOn ?? today) : today);
  return days > 0 ? days : null;
}

export function askProgress(asks: readonly AskFacts[], today: Day) {
  const counted = (...of: AskState[]) => asks.filter((ask) => of.includes(askStateOf(ask))).length;
  const open = asks.filter((ask) => askStateOf(ask) !== "answered");
  return {
    asked: asks.length,
    answered: counted("answered"),
    late: open.filter((ask) => askLateBy(ask, today) !== null).length,
  };
}

type Sending = {
  dueOn: Day;
  today: Day;
  townships: number;
  held: readonly string[];
  over: readonly string[];
};

/** What the system already holds, or what goes beyond the year's cap, is asked for only with a reason, which is kept. */
export function maySend({ dueOn, today, townships, held, over }: Sending, despite: string | null): Decision {
  return firstDenial(
    townships > 0 ? allow : about("townships", deny("还没有选择乡镇，请先选择要哪些乡镇报送。")),
    dueOn > today
      ? allow
      : about("dueOn", deny(`报送期限（${dueOn}）要在今天（${today}）以后，请改晚一些。`)),
    held.length === 0 || despite !== null
      ? allow
      : about(
          "despite",
          deny(`系统已有${held.slice(0, 3).join("、")}等数据，请先查看；确需乡镇再报的，请写明理由。`),
        ),
    over.length === 0 || despite !== null
      ? allow
      : about(
          "despite",
          deny(`${over.slice(0, 3).join("、")}今年要的表格、报告已到上限，确需再要的，请写明理由。`),
        ),
  );
}

type Request = { recalledOn: Day | null };

export const mayRecall = ({ recalledOn }: Request): Decision =>
  recalledOn === null ? allow : deny(`这项要求已于 ${recalledOn} 撤回，不用再撤回。`);

const isOpen = (ask: AskFacts): Decision =>
  askStateOf(ask) === "recalled" ? deny("县人大已撤回这项要求，不用再报送。") : allow;

type Answer = { answer: string | null; heldKey: string | null };

/** An answer says something, or names where in the system the data is. */
export function mayAnswer(ask: AskFacts, { answer, heldKey }: Answer): Decision {
  return firstDenial(
    isOpen(ask),
    askStateOf(ask) === "answered" ? deny("已经报送，要补充的请联系县人大退回。") : allow,
    answer === null && heldKey === null
      ? about("answer", deny("请填写报送内容，或者选择数据在系统的哪一处。"))
      : allow,
  );
}

export const mayGiveBack = (ask: AskFacts): Decision =>
  askStateOf(ask) === "answered" ? allow : deny("这个乡镇还没有报送，不能退回。");

/** One township need not answer; what it has answered stays. */
export const mayExempt = (ask: AskFacts): Decision =>
  firstDenial(isOpen(ask), ask.answeredOn === null ? allow : deny("这个乡镇已经报送，不能再免报。"));
