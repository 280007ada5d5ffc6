import { choice, count, maybe, money, note, pastDay, people, text, unit } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { changeLabels, sourceLabels } from "./labels";

const year = (label: string, headers: readonly string[] = []) =>
  count(label, "", {
    min: 1949,
    max: 2100,
    list: "sortable",
    ...(headers.length > 0 ? { headers } : {}),
  });

/** 民生实事项目: solicited, nominated, put to the ballot, carried out and rated, all in the year it is meant for. */
export const project = recordKind({
  type: "project",
  name: "民生实事项目",
  unit: "项",
  router: "projects",
  titleOf: ({ year: of, name }) => `${of}年民生实事「${name}」`,
  due: {
    projectMilestone: { what: "民生实事项目节点该完成了", act: "登记完成" },
    projectToVerify: { what: "项目节点已完成，等代表核实", act: "代表核实" },
    projectUnplanned: { what: "票决入选的项目还没有分解节点", act: "登记节点" },
    projectRating: {
      what: "民生实事项目年终测评还没有登记",
      act: "登记测评",
      page: { read: "projects/ratings", write: "projects/ratings/new" },
    },
  },
  duty: {
    title: "民生实事项目",
    roles: { supervises: "督办项目节点", verified: "核实项目节点" },
    there: ["verified"],
  },
  planned: { work: "project" },
  words: {
    fields: {
      nominatedOn: "主席团提名日期",
      completedOn: "完成日期",
      droppedOn: "取消日期",
      what: "节点",
      plannedOn: "原定日期",
      dueOn: "现定日期",
      judgedOn: "考核日期",
      doneOn: "完成日期",
      doneNote: "完成情况",
      spent: "支出",
      verifiedOn: "核实日期",
      verifiedByDeputyId: "核实代表",
      verificationNote: "核实意见",
      voidedOn: "作废日期",
      supervisors: "督办代表",
      document: "决定文件或会议",
      ...changeLabels,
    },
  },
  fields: {
    name: text("项目名称", 200, {
      list: "sortable",
      search: true,
      headers: ["项目", "名称", "实事项目", "民生实事项目名称"],
    }),
    year: year("项目年度", ["年度", "年份"]),
    solicitedFrom: choice("征集来源", sourceLabels, {
      list: "wide",
      filter: true,
      headers: ["来源", "征集渠道"],
    }),
    occurredOn: pastDay("征集日期", { headers: ["提出日期", "征集时间", "日期"] }),
    proposer: maybe(
      text("提出人", 100, { inside: true, search: true, headers: ["提出单位", "建议人", "提出代表"] }),
    ),
    content: maybe(
      note("内容和目标", 4000, {
        search: true,
        headers: ["建设内容", "项目内容", "主要内容", "建设内容和目标"],
      }),
    ),
    unitId: maybe(
      unit("责任单位", { list: true, owed: true, headers: ["实施单位", "牵头单位", "承办单位"] }),
    ),
    budget: maybe(
      money("计划投资", { list: "sortable", headers: ["计划投资额", "投资额", "总投资", "估算投资"] }),
    ),
    funding: maybe(text("资金来源", 200, { headers: ["资金渠道"] })),
    place: maybe(text("实施地点", 100, { search: true, headers: ["地点", "建设地点"] })),
  },
});

/** 票决: at a session the deputies choose among the candidates of a year. */
export const projectBallot = recordKind({
  type: "projectBallot",
  name: "民生实事票决",
  unit: "次",
  router: "projectBallots",
  path: "projects/ballots",
  rights: "projects",
  titleOf: ({ year: of }) => `${of}年民生实事项目票决`,
  lists: { "projectBallots.setLines": "候选项目" },
  hangsOn: { sessionId: "session" },
  words: { fields: { lines: "候选项目", inFavour: "赞成" } },
  planned: { work: "project" },
  fields: {
    year: year("项目年度"),
    occurredOn: pastDay("票决日期", { list: "sortable" }),
    seats: count("应选项目", "项", { min: 1, max: 100, list: true, hint: "少于候选项目的，才是差额票决" }),
    deputiesTotal: count("全体代表", "人", {
      min: 1,
      max: 10_000,
      list: "wide",
      hint: "票决当天在任的本级代表",
    }),
    present: count("到会代表", "人", { max: 10_000, list: true }),
    ballotsIssued: count("发出票数", "张", { max: 10_000 }),
    ballotsReturned: count("收回票数", "张", { max: 10_000 }),
    invalidBallots: maybe(count("废票", "张", { max: 10_000, empty: "无" })),
  },
});

/** 年终测评 of one project, or of all that a year's ballot chose. */
export const projectRating = recordKind({
  type: "projectRating",
  name: "民生实事测评",
  unit: "次",
  router: "projectRatings",
  path: "projects/ratings",
  rights: "projects",
  titleOf: ({ year: of }) => `${of}年民生实事项目测评`,
  words: { fields: { projectId: "项目" } },
  hangsOn: { projectId: "project" },
  duty: { title: "民生实事项目", roles: { deputyIds: "参加测评" }, there: ["deputyIds"] },
  planned: { work: "project" },
  fields: {
    year: year("项目年度"),
    occurredOn: pastDay("测评日期", { list: "sortable" }),
    issued: count("发出测评票", "张", { min: 1, max: 10_000, list: true }),
    returned: count("收回测评票", "张", { max: 10_000, list: true }),
    satisfied: count("满意", "票", { max: 10_000, list: true }),
    basic: count("基本满意", "票", { max: 10_000, list: true }),
    unsatisfied: count("不满意", "票", { max: 10_000, list: true }),
    opinion: maybe(note("意见建议", 2000)),
    deputyIds: maybe(
      people("参加测评的代表", "project_rating_deputy", {
        list: "count",
        hint: "只列测评当天在任的代表；只知道票数的不填",
      }),
    ),
  },
});
