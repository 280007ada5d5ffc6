import "server-only";
import { townshipNames } from "@/domains/tenancy/data";
import { notFound, taken } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import * as data from "../data/set-up";
import { mayMark } from "../rules/limits";
import type { ChecklistInput, LimitsInput, MarkInput, StrikeInput } from "../schema";

/** A county's own list of points; a task under way keeps the points it was given. */
export async function saveChecklist(scope: CountyScope, input: ChecklistInput) {
  const { id, name, lawName, items } = input;
  const twin = (await data.checklistNames(scope)).some((one) => one.name === name && one.id !== id);
  if (twin) throw taken("name", `已有名为「${name}」的检查清单，请换一个名称，或者修改那一份。`);
  const before = id === null ? null : await data.checklistById(scope, id);
  const kept = await data.keepChecklist(scope, input);
  await scope.audit({
    ...{ action: "jointTasks.saveChecklist", recordType: "jointChecklist", recordId: kept },
    summary: `${before === null ? "新建" : "修改"}检查清单「${name}」，${items.length} 条`,
    detail: difference(before, { name, lawName, items }),
  });
  return { id: kept };
}

/** Days that are no days for a visit: flood season, harvest. */
export async function saveMark(scope: CountyScope, input: MarkInput) {
  obey(mayMark(input));
  const names = await townshipNames(scope);
  if (input.townships.some((id) => !names.has(id))) throw notFound();
  const id = await data.keepMark(scope, input);
  const { name, from, until } = input;
  await scope.audit({
    ...{ action: "jointTasks.saveMark", recordType: "countyMark", recordId: id },
    summary: `标注「${name}」${from} 至 ${until} 不安排检查`,
    detail: difference(null, { name, fromOn: from, untilOn: until }),
  });
  return { id };
}

export async function strikeMark(scope: CountyScope, input: StrikeInput) {
  const { name, from, until } = await data.strikeMark(scope, input);
  await scope.audit({
    ...{ action: "jointTasks.strikeMark", recordType: "countyMark", recordId: input.id },
    summary: `取消标注「${name}」${from} 至 ${until}`,
  });
  return { id: input.id };
}

/** How much the county may ask of its townships in a year. */
export async function setLimits(scope: CountyScope, input: LimitsInput) {
  const { townshipPerYear, gapDays, unitPerYear, papersPerYear } = input;
  const before = await data.limitsOf(scope);
  await data.keepLimits(scope, input);
  await scope.audit({
    ...{ action: "jointTasks.setLimits", recordType: "burdenLimit", recordId: null },
    summary: `检查频次上限：一个乡镇一年 ${townshipPerYear} 次，相隔 ${gapDays} 天，一个单位一年 ${unitPerYear} 次，表格、报告一年 ${papersPerYear} 份`,
    detail: difference(before, { townshipPerYear, gapDays, unitPerYear, papersPerYear }),
  });
  return { townshipPerYear, gapDays, unitPerYear, papersPerYear };
}
