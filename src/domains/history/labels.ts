import { endReasonLabels, genderLabels, groupRoleLabels, levelLabels } from "@/domains/deputies/labels";
import { meetingKindLabels, presidiumPostLabels } from "@/domains/presidium/labels";
import {
  agendaKindLabels,
  electionPostLabels,
  sessionKindLabels,
  voteMethodLabels,
} from "@/domains/sessions/labels";
import * as suggestions from "@/domains/suggestions/labels";
import * as supervision from "@/domains/supervision/labels";

type Words = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string>>;

/** What a field is called in the history of any record; a field without a word here is no fact to show. */
const shared: Fields = {
  name: "名称",
  kind: "类别",
  state: "状态",
  phone: "电话",
  place: "地点",
  leader: "带队人",
  sourceNote: "资料出处",
  lateReason: "补录原因",
  number: "会次",
  startsOn: "开始日期",
  endsOn: "结束日期",
  post: "职务",
  role: "组内职务",
  deputyId: "代表",
  unitId: "整改单位",
  // deputies and their groups
  gender: "性别",
  birthYear: "出生年份",
  ethnicity: "民族",
  education: "学历",
  party: "政治面貌",
  occupation: "职业",
  level: "级别",
  termName: "届次",
  constituency: "选区",
  endReason: "终止原因",
  area: "活动范围",
  sortOrder: "排列次序",
  // sessions and the presidium
  termId: "届次",
  minutes: "会期（分钟）",
  noticeSentOn: "通知发出日期",
  documentsSentOn: "会议文件送达日期",
  convenedBy: "召集人",
  summary: "会议概况",
  deputiesTotal: "全体代表",
  deputiesPresent: "实到代表",
  topic: "主题",
  decisions: "议定事项",
  membersTotal: "应到成员",
  membersPresent: "实到成员",
  occurredOn: "日期",
  fullTime: "专兼职",
  otherPosts: "兼任职务",
  matter: "表决事项",
  method: "方式",
  present: "到会",
  inFavour: "赞成",
  against: "反对",
  abstained: "弃权",
  notVoted: "未按表决",
  seats: "应选名额",
  bySupplement: "补选",
  ballotsIssued: "发出选票",
  ballotsReturned: "收回选票",
  invalidBallots: "废票",
  candidates: "候选人",
  // supervision
  lawName: "检查的法律法规",
  endedOn: "结束日期",
  visited: "走访数",
  isJoint: "与上级人大联动",
  unitIds: "单位",
  deputyIds: "参加代表",
  report: "活动报告",
  reportedOn: "报告日期",
  noFindings: "未发现问题",
  signerIds: "签认代表",
  description: "问题",
  notifiedOn: "通知日期",
  dueOn: "整改期限",
  plan: "整改方案",
  plannedOn: "方案日期",
  rectification: "整改结果",
  rectifiedOn: "整改完成日期",
  verifiedOn: "核实日期",
  verificationNote: "核实意见",
  closedOn: "销号日期",
  // suggestions and units
  title: "标题",
  content: "内容",
  category: "类别",
  origin: "来源",
  sessionId: "哪一次会议",
  receivedOn: "提出日期",
  isPublic: "公开",
  leadDeputyId: "领衔代表",
  cosignerIds: "附议代表",
  leadUnitId: "主办单位",
  coUnitIds: "会办单位",
  shortName: "简称",
};

/** Where a record calls a field otherwise. */
const own: Readonly<Record<string, Fields>> = {
  deputy: { name: "姓名", endsOn: "任期终止" },
  suggestion: { kind: "种类" },
  handlingUnit: { name: "单位名称", kind: "单位类别", phone: "联系电话" },
  deputyGroup: { name: "小组名称" },
  session: { kind: "会议种类" },
  activity: { occurredOn: "活动日期" },
  presidiumMember: { name: "姓名", startsOn: "任职日期", endsOn: "离任日期" },
};

/** What a list of lines is called, when a change replaced the list as a whole. */
const lists: Readonly<Record<string, string>> = {
  "sessions.recordAttendance": "未出席",
  "presidium.recordAttendance": "未出席",
  "sessions.setAgenda": "议程",
};

const ofAll: Readonly<Record<string, Words>> = {
  gender: genderLabels,
  level: levelLabels,
  endReason: endReasonLabels,
  status: { present: "出席", leave: "请假", absent: "缺席" },
  post: { ...presidiumPostLabels, ...electionPostLabels },
  fullTime: { true: "专职", false: "兼职" },
};

/** Codes of one record's fields. */
const codes: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  suggestion: {
    state: suggestions.stateLabels,
    kind: suggestions.kindLabels,
    category: suggestions.categoryLabels,
    origin: suggestions.originLabels,
  },
  handlingUnit: { kind: suggestions.unitKindLabels },
  activity: { kind: supervision.activityKindLabels, state: supervision.activityStateLabels },
  finding: { state: supervision.findingStateLabels },
  session: { kind: { ...sessionKindLabels, ...agendaKindLabels }, method: voteMethodLabels },
  presidiumMeeting: { kind: meetingKindLabels },
  deputyGroup: { role: groupRoleLabels },
};

export const fieldLabel = (recordType: string, field: string): string | null =>
  own[recordType]?.[field] ?? shared[field] ?? null;

export const codeLabel = (recordType: string, field: string, code: string): string | null =>
  codes[recordType]?.[field]?.[code] ?? ofAll[field]?.[code] ?? null;

export const listLabel = (action: string): string => lists[action] ?? "内容";
