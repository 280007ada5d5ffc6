import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { NoticeState } from "./receipts";

type Said = { asked: string | null; dueOn: Day | null };

/** What is to be done has a day by which, and a day stands for something to be done. */
export const askedHasDay = ({ asked, dueOn }: Said): Decision =>
  firstDenial(
    asked !== null && dueOn === null ? about("dueOn", deny("要求乡镇办理的，请填办理期限。")) : allow,
    asked === null && dueOn !== null
      ? about("asked", deny("填了办理期限，请写明要求乡镇办什么；只要求知悉的不填期限。"))
      : allow,
  );

const lies = (day: Day | null, today: Day): Decision =>
  day !== null && day < today
    ? about("dueOn", deny(`办理期限（${day}）已经过去，请改成今天以后的日期。`))
    : allow;

export const mayEdit = (state: NoticeState): Decision =>
  state === "draft" ? allow : deny("通知已经发出，不能直接修改；请用“更正”，写明更正了什么。");

export const mayDiscard = (state: NoticeState): Decision =>
  state === "draft" ? allow : deny("通知已经发出，不能删去；不再有效的请撤回。");

export const maySend = (state: NoticeState, said: Said, townships: number, today: Day): Decision =>
  firstDenial(
    state === "draft" ? allow : deny("这件通知已经发出，不用再发。"),
    askedHasDay(said),
    lies(said.dueOn, today),
    townships > 0 ? allow : deny("没有可以发的乡镇，请先选择乡镇。"),
  );

export type Text = Said & {
  title: string;
  body: string;
  documentNumber: string | null;
  importance: string;
};

/** A correction changes something; what was done by its day before is not undone by an earlier one. */
export const mayCorrect = (state: NoticeState, before: Text, after: Text, today: Day): Decision =>
  firstDenial(
    state === "sent"
      ? allow
      : deny(state === "draft" ? "通知还没有发出，直接修改就行。" : "通知已经撤回，不能再更正。"),
    askedHasDay(after),
    after.dueOn !== null && after.dueOn !== before.dueOn && after.dueOn < today
      ? deny("更正后的办理期限不能早于今天，否则已经办好的乡镇也会算逾期。")
      : allow,
    (Object.keys(after) as (keyof Text)[]).every((key) => before[key] === after[key])
      ? deny("内容没有变化，不用更正；只想催办的请用“提醒”。")
      : allow,
  );

export const mayRecall = (state: NoticeState): Decision =>
  state === "sent"
    ? allow
    : deny(state === "draft" ? "通知还没有发出，不用撤回。" : "通知已经撤回，不用再撤。");
