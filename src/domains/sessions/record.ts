import { day, maybe, name, pastDay, text } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";
import {
  agendaKindLabels,
  attendanceLabels,
  electionPostLabels,
  sessionKindLabels,
  voteMethodLabels,
} from "./labels";

export const session = {
  type: "session",
  name: "人代会",
  unit: "次",
  path: "sessions",
  table: "session",
  due: {
    session: {
      what: "本年度人代会还没开够",
      act: "登记会议",
      page: { read: "sessions", write: "sessions/new" },
    },
  },
  planned: { work: "session" },
  duty: { title: "出席人代会", roles: { ...attendanceLabels, spoke: "发言" }, there: ["present", "spoke"] },
  words: {
    fields: {
      kind: "会议种类",
      termId: "届次",
      minutes: "会期（分钟）",
      noticeSentOn: "通知发出日期",
      documentsSentOn: "会议文件送达日期",
      convenedBy: "召集人",
      summary: "会议概况",
      deputiesTotal: "全体代表",
      deputiesPresent: "实到代表",
      matter: "表决事项",
      times: "发言次数",
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
    },
    codes: {
      kind: { ...sessionKindLabels, ...agendaKindLabels },
      method: voteMethodLabels,
      post: electionPostLabels,
    },
    lists: {
      "sessions.recordAttendance": "未出席",
      "sessions.saveSpeeches": "发言",
      "sessions.setAgenda": "议程",
    },
  },
} as const satisfies Face;

export const term = {
  type: "term",
  name: "届次",
  unit: "届",
  path: null,
  table: "term",
} as const satisfies Face;

/** 会前准备: one thing to be done before a session, ticked off with its day [R13][R20]. */
export const sessionTask = recordKind({
  type: "sessionTask",
  name: "会前准备",
  unit: "项",
  router: "sessionTasks",
  path: "session-tasks",
  rights: "sessions",
  under: groups.sessions,
  titleOf: ({ topic, sessionOn }) => `${sessionOn} 会前准备「${topic}」`,
  fields: {
    topic: text("准备事项", 100, { list: "sortable", search: true }),
    sessionOn: day("开会日期", { list: "sortable", hint: "会期未定的填预定日期" }),
    dueOn: day("最迟完成日期", { list: "sortable" }),
    occurredOn: pastDay("列入清单日期"),
    owner: maybe(name("负责人", { list: true, search: true })),
    doneOn: maybe(pastDay("完成日期", { list: "sortable", empty: "没有完成" })),
  },
  steps: { done: { name: "完成", act: "完成打钩", day: "doneOn" } },
  due: { sessionTask: { what: "会前准备", act: "去打钩" } },
});
