import { randomUUID } from "node:crypto";
import { addLeave } from "@/domains/deputies/commands/leaves";
import { addLeaveInput } from "@/domains/deputies/schema";
import { announceDraw, drawTask } from "@/domains/joint-tasks/commands/draws";
import { saveReport } from "@/domains/joint-tasks/commands/reports";
import { saveMark } from "@/domains/joint-tasks/commands/set-up";
import { drawsOf } from "@/domains/joint-tasks/data/draws";
import { mergedOf } from "@/domains/joint-tasks/data/merged";
import { partsOfTask } from "@/domains/joint-tasks/data/rows";
import { marksOf } from "@/domains/joint-tasks/data/set-up";
import { addDays, dayFromUtc, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { contextOf } from "./context";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enter } from "./desk";
import { within } from "./steps";

const key = () => ({ idempotencyKey: randomUUID() });

const written: Record<string, string> = {
  causes:
    "一是企业主体责任没有落到底，作业审批、演练靠催；二是乡镇监管人手少，一名干部兼管几项；三是部门之间情况不通，问题发现后没有及时移交。",
  advice:
    "一、对检查发现的问题逐条交办，期限内不能整改的说明理由；二、把动火、有限空间作业审批作为日常检查的必查内容；三、明年上半年对反弹的问题组织回头看。",
};

/** The report as somebody of the county has begun it: the sentences the figures give, and what only people can write. */
export async function writeReport(scope: CountyScope, id: string): Promise<void> {
  const { sections, version } = await mergedOf(scope, id);
  const texts = sections.map(({ code, text }) => ({ code, text: written[code] ?? text }));
  await saveReport(scope, { ...key(), id, version, sections: texts });
}

/** Days marked by the county on which a draft is to come, so that the plan's check has something to say. */
async function markDays(opened: OpenedCounty): Promise<void> {
  const { asOf } = opened;
  await asOn(opened, asOf, async (scope) => {
    const name = "年终统计年报";
    if ((await marksOf(scope, yearOf(asOf))).some((mark) => mark.name === name)) return;
    const draft = await scope.tx.jointPart.findFirst({
      where: {
        countyId: scope.countyId,
        voidedAt: null,
        visitFrom: { gt: scope.now },
        task: { state: "draft" },
      },
      orderBy: [{ visitFrom: "desc" }, { id: "asc" }],
    });
    if (draft === null) return;
    const from = dayFromUtc(draft.visitFrom);
    await saveMark(scope, { ...key(), name, from, until: from, townships: [draft.townshipId] });
  });
}

/** Which of a township's units an investigation goes to was drawn by a number that nobody knew when it was announced. */
async function drawUnits(opened: OpenedCounty): Promise<void> {
  const { asOf } = opened;
  const find = (scope: CountyScope) =>
    scope.tx.jointTask.findFirst({
      where: { countyId: scope.countyId, kind: "investigation", state: "issued", voidedAt: null },
    });
  await asOn(opened, addDays(asOf, -3), async (scope) => {
    const task = await find(scope);
    if (task === null || (await drawsOf(scope, task.id)).length > 0) return;
    const parts = (await partsOfTask(scope, task.id)).filter(({ activity }) => activity === null);
    if (parts.length === 0) return;
    const units = ["社会事务办公室", "敬老院", "居家养老服务中心"];
    await announceDraw(scope, {
      ...{ ...key(), id: task.id, seen: 0, per: 1, reason: null, opensOn: addDays(asOf, -1) },
      source: "演示用公开号码第 1 期",
      pools: parts.map(({ townshipId }) => ({ townshipId, units })),
    });
  });
  await asOn(opened, addDays(asOf, -1), async (scope) => {
    const task = await find(scope);
    const [last] = task === null ? [] : await drawsOf(scope, task.id);
    if (task === null || last?.drawnOn !== null) return;
    await drawTask(scope, { ...key(), id: task.id, number: last.number, text: "03 09 14 22 27 31 + 08" });
  });
}

/** One deputy of each township is away in the weeks to come. */
async function sendAway(opened: OpenedCounty, actorOf: (login: string) => Promise<Actor>): Promise<void> {
  const { asOf } = opened;
  for (const [nth, town] of opened.county.townships.entries())
    await within({ opened, town, actor: await actorOf(town.login) }, async (scope) => {
      if ((await scope.tx.deputyLeave.count({ where: tenantOf(scope) })) > 0) return;
      const desk = { scope, town, asOf };
      const { roster } = await contextOf(desk);
      const deputy = roster[(nth * 5 + 3) % Math.max(1, roster.length)];
      if (deputy === undefined) return;
      await enter(desk, asOf, addLeave, addLeaveInput, {
        ...{ deputyId: deputy.id, startsOn: addDays(asOf, 1), endsOn: addDays(asOf, 24), reason: "外出学习" },
      });
    });
}

/** What stands around a year's tasks: days that are none for a visit, a draw, and deputies who are away. */
export async function enterAround(
  opened: OpenedCounty,
  actorOf: (login: string) => Promise<Actor>,
): Promise<void> {
  await markDays(opened);
  await drawUnits(opened);
  await sendAway(opened, actorOf);
}
