import { choice, day, maybe, phone, text, yesNo } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";
import {
  categoryLabels,
  kindLabels,
  originLabels,
  stateLabels,
  unitKindLabels,
  unitKindWords,
} from "./labels";

export const suggestion = {
  type: "suggestion",
  name: "建议",
  unit: "件",
  path: "suggestions",
  table: "suggestion",
  hangsOn: { sessionId: "session" },
  due: {
    suggestionSubmit: { what: "提交建议草稿", act: "去提交" },
    suggestionAssign: { what: "交办建议", act: "去交办" },
    suggestionReply: { what: "答复建议", act: "看进度" },
    suggestionRedo: { what: "重新办理建议", act: "看进度" },
    suggestionRating: { what: "代表测评建议", act: "去登记" },
    suggestionClose: { what: "再次面商、办结建议", act: "去办结" },
    suggestionPromise: { what: "兑现承诺", act: "去核实" },
  },
  overdue: "suggestions?overdue=yes&year=all",
  duty: { title: "提出建议", roles: { lead: "领衔", cosigner: "附议" } },
  words: {
    fields: {
      kind: "种类",
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
    },
    codes: { state: stateLabels, kind: kindLabels, category: categoryLabels, origin: originLabels },
  },
} as const satisfies Face;

/** 承办单位: who suggestions are assigned to, activities visit and findings are handed to. */
export const handlingUnit = recordKind({
  type: "handlingUnit",
  name: "承办单位",
  unit: "个",
  router: "units",
  path: "suggestions/units",
  rights: "suggestions",
  register: true,
  titleOf: ({ name }) => `承办单位「${name}」`,
  dayOf: ({ occurredOn }, today) => occurredOn ?? today,
  fields: {
    name: text("单位名称", 60, {
      list: "sortable",
      search: true,
      headers: ["单位", "名称", "承办单位", "单位全称", "部门名称"],
    }),
    shortName: maybe(text("简称", 20, { search: true, headers: ["单位简称"] })),
    kind: choice("单位类别", unitKindLabels, {
      list: true,
      filter: true,
      headers: ["类别", "单位类型", "单位性质"],
      alsoWritten: unitKindWords,
    }),
    phone: maybe(phone("联系电话", { headers: ["电话", "办公电话", "联系方式"] })),
    occurredOn: maybe(day("启用日期", { hint: "不填则从今天起" })),
    appraised: maybe(
      yesNo("参加站所评议", ["参加", "不参加"], {
        empty: "按单位类别",
        hint: "不选时，政府办所、上级派驻站所和事业单位参加",
      }),
    ),
    dualManaged: maybe(
      yesNo("双管站所", ["是", "不是"], { empty: "不是", hint: "上级部门和乡镇双重管理的站所" }),
    ),
    superior: maybe(
      text("主管局委", 60, {
        empty: "无",
        hint: "评议结果报送的上级主管部门",
        headers: ["主管部门", "上级主管部门"],
      }),
    ),
  },
});
