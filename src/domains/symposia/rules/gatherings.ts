import { isMetricCode, type MetricCode } from "@/domains/figures/rules/metrics";
import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { GatheringKind, GatheringState, Part } from "../labels";

type Days = { invitedOn: Day | null; recordedOn: Day | null; calledOffWhy: string | null };

/** A state is no column: it follows from what was done. */
export function gatheringStateOf({ invitedOn, recordedOn, calledOffWhy }: Days): GatheringState {
  if (calledOffWhy !== null) return "calledOff";
  if (recordedOn !== null) return "recorded";
  return invitedOn === null ? "draft" : "invited";
}

export type AgendaItem = { title: string; metric: MetricCode | null };

const [mostItems, longestItem] = [30, 200];

/** One item a line; a metric's code before it ties it to the figures: "C3 按期答复率：请高亭镇介绍做法". */
export function agendaFrom(text: string): AgendaItem[] {
  return text.split("\n").flatMap((line) => {
    const title = line.trim();
    const [code = ""] = title.split(/[\s：:]/);
    return title === "" ? [] : [{ title, metric: isMetricCode(code) ? code : null }];
  });
}

export function agendaIsWritten(items: readonly AgendaItem[]): Decision {
  if (items.length > mostItems)
    return about("agenda", deny(`议题最多 ${mostItems} 个，请合并或留到下一次。`));
  const long = items.find(({ title }) => title.length > longestItem);
  return long === undefined
    ? allow
    : about("agenda", deny(`「${long.title.slice(0, 20)}……」太长，一个议题最多 ${longestItem} 个字。`));
}

/** Which year's figures a gathering is about: in the first quarter the running year has hardly begun, and the last one is whole. */
export const figureYearOf = (day: Day): number => yearOf(day) - (Number(day.slice(5, 7)) <= 3 ? 1 : 0);

type Invitee = { townshipId: string; part: Part };
type Said = { kind: GatheringKind; heldOn: Day; answerBy: Day | null; invitees: readonly Invitee[] };

const doubled = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

function visitNeedsBoth({ kind, invitees }: Said): Decision {
  if (kind !== "visit") return allow;
  const hosts = invitees.filter(({ part }) => part === "host").length;
  if (hosts === 0) return about("hostId", deny("请选择互访去哪个乡镇（接待的乡镇）。"));
  return invitees.length === hosts ? about("townships", deny("请选择去学习的乡镇。")) : allow;
}

export function mayBeGathering(said: Said): Decision {
  const { heldOn, answerBy, invitees } = said;
  return firstDenial(
    answerBy !== null && answerBy > heldOn
      ? about("answerBy", deny(`答复期限（${answerBy}）晚于活动日期（${heldOn}），请改早。`))
      : allow,
    doubled(invitees.map(({ townshipId }) => townshipId))
      ? deny("同一个乡镇邀请了两次，请去掉一次。")
      : allow,
    invitees.filter(({ part }) => part === "host").length > 1
      ? about("hostId", deny("承办的乡镇只能有一个，请核对。"))
      : allow,
    visitNeedsBoth(said),
  );
}

const closedWords = {
  recorded: "已经登记到会情况，不能再改；要补充的写进下一次。",
  calledOff: "已经取消，不能再办；需要的请另建一次。",
};
const open = (state: GatheringState): Decision =>
  state === "recorded" || state === "calledOff" ? deny(`这次活动${closedWords[state]}`) : allow;

type Place = { heldOn: Day; place: string | null };

/** Another day or place: who said that somebody comes said it of the former one. */
export const isMoved = (before: Place & { invitedOn: Day | null }, after: Place): boolean =>
  before.invitedOn !== null && (before.heldOn !== after.heldOn || before.place !== after.place);

export const mayEdit = open;
export const mayCallOff = open;

export function mayInvite(
  state: GatheringState,
  kind: GatheringKind,
  facts: { invitees: number; items: number },
): Decision {
  if (state === "invited") return deny("邀请已经发出，不用再发；要加乡镇的请修改。");
  return firstDenial(
    open(state),
    facts.invitees === 0 ? deny("还没有选择邀请的乡镇，请先修改，选好乡镇再发邀请。") : allow,
    kind === "symposium" && facts.items === 0
      ? deny("座谈会还没有议程，请先修改，写好议程再发邀请。")
      : allow,
  );
}

export function mayRecord(state: GatheringState, heldOn: Day, today: Day): Decision {
  if (state === "draft") return deny("还没有发出邀请，请先发邀请，再登记到会情况。");
  return firstDenial(
    open(state),
    heldOn > today ? deny(`${heldOn} 才举行，举行以后再登记到会情况。`) : allow,
  );
}

type Answered = { answer: "attend" | "substitute" | "cannot"; name: string | null; why: string | null };

export function mayAnswer(state: GatheringState, heldOn: Day, today: Day): Decision {
  return firstDenial(
    open(state),
    heldOn < today ? deny("这次活动已经举行，不能再答复，有情况请联系县人大。") : allow,
  );
}

export function answerIsWhole({ answer, name, why }: Answered): Decision {
  if (answer === "substitute" && name === null) return about("name", deny("请写明派谁参加。"));
  return answer === "cannot" && why === null ? about("why", deny("不能参加的，请写明原因。")) : allow;
}

/** Who came home from a visit says what was learned; the host has learned nothing. */
export function mayTellLearned(
  kind: GatheringKind,
  held: { state: GatheringState; part: Part; came: boolean | null },
): Decision {
  if (kind !== "visit" || held.part === "host") return deny("只有去互访学习的乡镇填写收获。");
  return held.state === "recorded" && held.came === true
    ? allow
    : deny("互访以后，县人大登记了到访情况，再填写收获。");
}
