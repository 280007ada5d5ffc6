import { z } from "zod";
import { codesOf } from "@/lib/choices";
import {
  day,
  entry,
  id,
  inTownship,
  lines,
  listInput,
  nameText,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import {
  agendaKindLabels,
  attendanceLabels,
  electionPostLabels,
  sessionKindLabels,
  voteMethodLabels,
} from "./labels";

const count = (label: string) => z.int(`${label}应为整数`).min(0, `${label}不能是负数`).max(100_000);
const optionalCount = (label: string) => optional(count(label));
const ordinal = (label: string) =>
  z.int(`${label}应为整数`).min(1, `${label}从 1 起`).max(99, `${label}不能超过 99`);
const optionalMinutes = (label: string) =>
  optional(z.int(`${label}应为整数分钟`).min(1, `${label}至少 1 分钟`).max(20_000));

const termShape = { number: ordinal("届次"), startsOn: day("起始日期"), endsOn: optionalDay("届满日期") };
export const createTermInput = townshipChange({ ...termShape, ...entry });
export const editTermInput = townshipChange({ id, version, ...termShape });

export const agendaItem = z.strictObject({
  id: optionalId,
  kind: z.enum(codesOf(agendaKindLabels), "请选择议程类别"),
  title: text(200, "议程名称"),
  minutes: optionalMinutes("用时"),
  speaker: optionalText(60, "报告人"),
  outcome: optionalText(200, "结果"),
});
const agenda = z.array(agendaItem).max(60, "议程最多 60 项");

const sessionShape = {
  termId: id,
  number: ordinal("会次"),
  kind: z.enum(codesOf(sessionKindLabels), "请选择会议类别"),
  startsOn: day("开始日期"),
  endsOn: optionalDay("结束日期"),
  minutes: optionalMinutes("会期时长"),
  noticeSentOn: optionalDay("通知日期"),
  documentsSentOn: optionalDay("文件送达日期"),
  convenedBy: optionalText(60, "召集人"),
  place: optionalText(100, "地点"),
  summary: optionalLines(4000, "会议概况"),
  deputiesTotal: optionalCount("应到人数"),
  deputiesPresent: optionalCount("实到人数"),
};
export const createSessionInput = townshipChange({ ...sessionShape, agenda: agenda.default([]), ...entry });
export const editSessionInput = townshipChange({ id, version, ...sessionShape });
export const setAgendaInput = townshipChange({ id, version, agenda });

export const recordAttendanceInput = townshipChange({
  id,
  version,
  /** whoever is not named here was present */
  exceptions: z
    .array(
      z.strictObject({
        deputyId: id,
        status: z.enum(codesOf(attendanceLabels)),
        leaveReason: optionalText(100, "请假事由"),
      }),
    )
    .max(1000),
});

export const saveSpeechesInput = townshipChange({
  id,
  version,
  speeches: z
    .array(
      z.strictObject({
        deputyId: id,
        times: z.int("发言次数应为整数").min(1, "发言次数至少 1 次").max(99, "发言次数不能超过 99"),
      }),
    )
    .max(1000),
});
export const prepareInput = townshipChange({ sessionOn: day("开会日期") });

const lineKey = {
  sessionId: id,
  version,
  id: optionalId,
};
export const saveVoteInput = townshipChange({
  ...lineKey,
  agendaItemId: optionalId,
  matter: text(200, "表决事项"),
  method: z.enum(codesOf(voteMethodLabels), "请选择表决方式"),
  deputiesTotal: count("代表总数").min(1, "请填写代表总数"),
  present: count("到会人数"),
  inFavour: count("赞成票"),
  against: count("反对票"),
  abstained: count("弃权票"),
  notVoted: count("未按表决"),
});
export const saveElectionInput = townshipChange({
  ...lineKey,
  post: z.enum(codesOf(electionPostLabels), "请选择职务"),
  seats: count("应选名额").min(1, "应选名额至少 1 名").max(20),
  bySupplement: z.boolean().default(false),
  deputiesTotal: count("代表总数").min(1, "请填写代表总数"),
  present: count("到会人数"),
  ballotsIssued: count("发出选票"),
  ballotsReturned: count("收回选票"),
  invalidBallots: count("废票").default(0),
  candidates: z
    .array(
      z.strictObject({
        name: nameText(40, "候选人姓名"),
        inFavour: count("赞成票"),
        against: count("反对票"),
        abstained: count("弃权票"),
        others: count("另选他人").default(0),
      }),
    )
    .max(30, "候选人最多 30 名"),
});
export const removeLineInput = townshipChange({
  sessionId: id,
  version,
  id,
  reason: lines(200, "原因"),
});

const filters = {
  termId: optionalId,
  kind: optional(z.enum(codesOf(sessionKindLabels))),
  voided: z.boolean().default(false),
};
export const sessionSorts = ["startsOn", "number", "minutes", "turnout"] as const;
export const listSessionsInput = inTownship({ ...listInput(sessionSorts), ...filters });

export type CreateTermInput = z.output<typeof createTermInput>;
export type EditTermInput = z.output<typeof editTermInput>;
export type CreateSessionInput = z.output<typeof createSessionInput>;
export type EditSessionInput = z.output<typeof editSessionInput>;
export type SetAgendaInput = z.output<typeof setAgendaInput>;
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
export type SaveVoteInput = z.output<typeof saveVoteInput>;
export type SaveElectionInput = z.output<typeof saveElectionInput>;
export type RemoveLineInput = z.output<typeof removeLineInput>;
export type SaveSpeechesInput = z.output<typeof saveSpeechesInput>;
export type PrepareInput = z.output<typeof prepareInput>;
export type ListSessionsInput = z.output<typeof listSessionsInput>;
