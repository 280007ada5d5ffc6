import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, utcOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { reportsOf } from "../data/merged";
import { taskById } from "../data/rows";
import { mayIssueReport, mayWriteReport } from "../rules/tasks";
import type { IssueReportInput, SaveReportInput } from "../schema";
import { titleOf } from "./tasks";
import { tellCounty } from "./tell";

const seenOtherwise = () =>
  new AppError(
    "CONFLICT",
    "别人刚保存了新的一版，请刷新后把您的修改加到新的一版上。您写的内容还在本机草稿里。",
  );

/** The text as a new version; those before it stay. */
export async function saveReport(scope: CountyScope, { id, version, sections }: SaveReportInput) {
  const task = await taskById(scope, id);
  const [last] = await reportsOf(scope, id);
  obey(mayWriteReport(task.state, last?.issuedOn ?? null));
  if ((last?.version ?? 0) !== version) throw seenOtherwise();
  const { countyId, actor, now } = scope;
  const texts = sections.map(({ code, text }) => ({ code, text: text ?? "" }));
  // Of two at once the unique key lets one through.
  const { count } = await scope.tx.jointReport.createMany({
    data: {
      ...{ countyId, id: uuid(), taskId: id, version: version + 1, sections: texts, enteredAt: now },
      ...{ enteredBy: actor.accountId, enteredByName: actor.name },
    },
    skipDuplicates: true,
  });
  if (count !== 1) throw seenOtherwise();
  const written = (all: readonly { text: string }[]) => all.map(({ text }) => text).join("\n");
  await tellCounty(scope, task, {
    ...{ action: "jointTasks.saveReport", summary: `保存联动${titleOf(task)}的汇总报告第${version + 1}版` },
    detail: difference({ sections: written(last?.sections ?? []) }, { sections: written(texts) }),
  });
  return { id, version: version + 1 };
}

/** From here on the report stands as it is. */
export async function issueReport(scope: CountyScope, { id, version }: IssueReportInput) {
  const task = await taskById(scope, id);
  const [last] = await reportsOf(scope, id);
  obey(mayIssueReport(task.state, last ?? null));
  if (last?.version !== version) throw seenOtherwise();
  const issuedOn = dayOf(scope.now);
  const where = { countyId: scope.countyId, taskId: id, version, issuedOn: null };
  const { count } = await scope.tx.jointReport.updateMany({ where, data: { issuedOn: utcOf(issuedOn) } });
  if (count !== 1) throw seenOtherwise();
  await tellCounty(scope, task, {
    ...{ action: "jointTasks.issueReport", summary: `印发联动${titleOf(task)}的汇总报告（第${version}版）` },
    detail: difference({ state: "草稿" }, { state: `${issuedOn} 印发` }),
  });
  return { id };
}
