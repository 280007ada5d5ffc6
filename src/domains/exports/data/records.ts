import "server-only";
import { z } from "zod";
import { exportedProjects } from "@/domains/projects/data/exported";
import { exportedSessions } from "@/domains/sessions/data/exported";
import { exportedSuggestions } from "@/domains/suggestions/data/exported";
import {
  outcomes,
  ratingWords,
  suggestionCategories,
  suggestionKinds,
  suggestionOrigins,
  suggestionStates,
} from "@/domains/suggestions/rules/states";
import type { CountyScope } from "@/server/db/scope";
import type { Exported, RecordsAsked } from "@/server/records/exported";
import {
  dayCell,
  endpoint,
  type ExportPage,
  pageOfRows,
  paging,
  placeIn,
  sinceAsked,
  timeCell,
  townshipsAsked,
} from "./endpoint";
import { townshipsNamed } from "./townships";

export const query = z.strictObject({ township: townshipsAsked, updatedSince: sinceAsked, ...paging });
const place = z.tuple([z.uuid(), z.uuid()]);

/** Every record begins with these, whatever its kind. */
export const common = {
  id: z.uuid().meta({ description: "记录的编号，不会变" }),
  township: z.string().meta({ description: "9 位乡镇代码" }),
  townshipName: z.string(),
  updatedAt: timeCell.meta({ format: "date-time", description: "最后一次变动的时间" }),
  version: z.int().meta({ description: "改一次加一" }),
  voided: z.boolean().meta({ description: "已作废或已退出台账的为 true，请在对方系统里删去" }),
};

export async function pageOf<Row extends Exported>(
  scope: CountyScope,
  { township, updatedSince, limit, after }: z.output<typeof query>,
  rowsOf: (scope: CountyScope, asked: RecordsAsked) => Promise<Row[]>,
): Promise<ExportPage<Row>> {
  const from = placeIn(after, place);
  const rows = await rowsOf(scope, {
    countyId: scope.countyId,
    townshipIds: await townshipsNamed(scope, township),
    updatedSince: updatedSince ?? null,
    after: from === null ? null : { townshipId: from[0], id: from[1] },
    limit: limit + 1,
  });
  return pageOfRows(rows, limit, ({ townshipId, id }) => [townshipId, id]);
}

export const inPages = "按编号顺序分页；读的过程中有变动，也不会漏读、重读。";

export const suggestionsEndpoint = endpoint({
  name: "listSuggestions",
  path: "/suggestions",
  scope: "suggestions",
  summary: "建议办理",
  description: `已提交的代表建议和议案办到哪一步；没有代表姓名、联系电话和建议正文。${inPages}`,
  query,
  row: z
    .object({
      ...common,
      year: z.int(),
      number: z.int().meta({ description: "乡镇当年的编号；还没有编号的为 0" }),
      kind: z.enum(suggestionKinds).meta({ description: "suggestion 建议，bill 议案" }),
      title: z.string().meta({ description: "退回补正的为空" }),
      category: z.enum(suggestionCategories),
      origin: z.enum(suggestionOrigins),
      receivedOn: dayCell,
      leadUnit: z.string().nullable().meta({ description: "现在的主办单位" }),
      state: z.enum(suggestionStates).exclude(["draft"]).meta({
        description: "办到哪一步；returned 已退回乡镇补正，不在台账里，voided 为 true",
      }),
      replyDueOn: dayCell.nullable().meta({ description: "答复期限" }),
      firstRepliedOn: dayCell.nullable(),
      rating: z.enum(ratingWords).nullable().meta({
        description: "最近一次测评：satisfied 满意，basic 基本满意，unsatisfied 不满意",
      }),
      outcome: z.enum(outcomes).nullable().meta({
        description: "A 已解决，B 正在解决，C 列入计划，D 解释说明，E 超越权限已上报",
      }),
      closedOn: dayCell.nullable(),
    })
    .meta({ id: "Suggestion" }),
  read: (scope, asked) => pageOf(scope, asked, exportedSuggestions),
});

export const sessionsEndpoint = endpoint({
  name: "listSessions",
  path: "/sessions",
  scope: "sessions",
  summary: "人代会会议",
  description: `每次人代会的日期和出席人数；没有人名。${inPages}`,
  query,
  row: z
    .object({
      ...common,
      name: z.string(),
      kind: z.string(),
      startsOn: dayCell,
      endsOn: dayCell.nullable(),
      minutes: z.int().nullable().meta({ description: "会期时长，分钟" }),
      place: z.string().nullable(),
      expected: z.int().nullable().meta({ description: "应到人数；没有登记出席的为 null" }),
      present: z.int().nullable().meta({ description: "实到人数" }),
    })
    .meta({ id: "Session" }),
  read: (scope, asked) => pageOf(scope, asked, exportedSessions),
});

const stages = ["solicited", "candidate", "notChosen", "chosen", "running", "completed", "dropped"] as const;

export const projectsEndpoint = endpoint({
  name: "listProjects",
  path: "/projects",
  scope: "projects",
  summary: "民生实事项目",
  description: `民生实事项目的票决和进度；没有提出人。${inPages}`,
  query,
  row: z
    .object({
      ...common,
      name: z.string(),
      year: z.int(),
      unit: z.string().nullable().meta({ description: "责任单位" }),
      budget: z.number().nullable().meta({ description: "计划投资，元" }),
      stage: z.enum(stages).meta({
        description:
          "solicited 征集，candidate 候选，notChosen 未入选，chosen 入选，running 实施中，completed 已完成，dropped 已取消",
      }),
      solicitedOn: dayCell,
      nominatedOn: dayCell.nullable(),
      chosenOn: dayCell.nullable().meta({ description: "票决入选的日期" }),
      completedOn: dayCell.nullable(),
      droppedOn: dayCell.nullable(),
      milestones: z.int().meta({ description: "节点数" }),
      verified: z.int().meta({ description: "其中代表已核实的" }),
    })
    .meta({ id: "Project" }),
  read: (scope, asked) => pageOf(scope, asked, exportedProjects),
});
