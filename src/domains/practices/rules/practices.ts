import { allow, type Decision, deny } from "@/lib/decision";
import type { PracticeState } from "../labels";

/** What is decided by of a practice in its own office. @property published whether an edition of it is in the library */
export type PracticeFacts = { state: PracticeState; evidence: readonly unknown[]; published: boolean };

export const mayEdit = ({ state }: Pick<PracticeFacts, "state">): Decision =>
  state === "confirmed" ? deny("已报县人大审核，改以前请先撤回。") : allow;

/** A practice that no record shows is an opinion. */
/** What the county reads is what it publishes, files included. */
export const mayFile = (state: PracticeState): Decision =>
  state === "confirmed" ? deny("县人大正在审核，附件不能增减；要改请先撤回。") : allow;

export function mayConfirm({ state, evidence }: PracticeFacts): Decision {
  if (state === "confirmed") return deny("已经确认，正在等县人大审核。");
  if (state === "published") return deny("这一版已经发布；修改后才需要再确认。");
  return evidence.length === 0 ? deny("请先关联至少一条本乡镇的佐证记录，再确认。") : allow;
}

export const mayTakeBack = ({ state }: Pick<PracticeFacts, "state">): Decision =>
  state === "confirmed" ? allow : deny("只有还在等县人大审核的经验可以撤回。");

export const mayDiscard = ({ state, published }: PracticeFacts): Decision => {
  if (published) return deny("已经发布过的经验不能删除；不再适用时请停止推广。");
  return state === "confirmed" ? deny("已报县人大审核，删除以前请先撤回。") : allow;
};

export const mayReview = ({ state }: Pick<PracticeFacts, "state">): Decision =>
  state === "confirmed" ? allow : deny("这条经验不在待审核状态，乡镇可能已撤回，请刷新后再看。");

/** An edition of the library. */
export type EditionFacts = { retired: boolean; current: boolean };

export const mayRetire = ({ retired }: Pick<EditionFacts, "retired">): Decision =>
  retired ? deny("这条经验已经停止推广。") : allow;

/** @property own whether the township that asks wrote it @property adopting whether it is under way there already */
export type Adopting = EditionFacts & { own: boolean; adopting: boolean };

export function mayAdopt({ own, retired, current, adopting }: Adopting): Decision {
  if (own) return deny("这是本乡镇自己的经验，不用采用。");
  if (retired) return deny("这条经验已停止推广，不能再采用；请在经验库里另选一条。");
  if (!current) return deny("这是旧的一版，请打开最新一版再采用。");
  return adopting ? deny("本乡镇正在采用这条经验；停止以后才能重新采用。") : allow;
}

/** Each answers in a thread of their own; nobody asks about what he wrote. */
export const mayAsk = ({ own, retired }: { own: boolean; retired: boolean }): Decision => {
  if (own) return deny("这是本乡镇的经验，请在收到的提问下面回答。");
  return retired ? deny("这条经验已停止推广，不再接受提问。") : allow;
};
