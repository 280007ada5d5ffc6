import { randomUUID } from "node:crypto";
import { publishGuidance, saveGuidance } from "@/domains/plans/commands/guidance";
import * as items from "@/domains/plans/commands/items";
import { approvalSlots } from "@/domains/plans/commands/approvals";
import { guidanceOf } from "@/domains/plans/data/guidance";
import { candidatesOf } from "@/domains/plans/data/links";
import { type Work, workLabels } from "@/domains/plans/labels";
import { annualPlan, planItem } from "@/domains/plans/record";
import * as inputs from "@/domains/plans/schema";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, type Day, daysBetween, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { withCountyScope } from "@/server/db/scope";
import { importRows, reasonInput } from "@/server/trpc/inputs";
import { loader } from "./accounts";
import type { OpenedCounty } from "./counties";
import { type Desk, enter } from "./desk";
import { type Random, randomOf } from "./random";

const points = [
  "开好人代会，落实一年两次会议制度",
  "规范主席团会议，每季度至少一次",
  "监督少而精，跟踪问效到底",
  "开展执法检查和视察调研，形成问题清单",
  "加强代表培训，年内全覆盖",
  "办好民生实事项目，开展满意度测评",
];

/** The running year's guidance, published in its January; a county that has one keeps it. */
export async function enterGuidance({ id: countyId, asOf, name }: OpenedCounty): Promise<void> {
  const year = yearOf(asOf);
  const request = { actor: loader, now: new Date(), readOnly: false };
  await withCountyScope(countyId, request, async (scope) => {
    if ((await guidanceOf(scope, year)) !== null) return;
    const title = `${year}年乡镇人大工作指导意见`;
    const documentNumber = `${name.slice(0, 1)}人大〔${year}〕2号`;
    const key = () => ({ idempotencyKey: randomUUID() });
    const facts = { year, title, documentNumber, points: points.join("\n"), id: null, version: null };
    const { id } = await saveGuidance(scope, { ...key(), ...facts });
    await publishGuidance(scope, { ...key(), id, version: 1, publishedOn: `${year}-01-15` });
  });
}

type Line = readonly [month: number, kind: Work, topic: string, owner: string, guidance: number | null];

const lines: readonly Line[] = [
  [1, "session", "召开年初人民代表大会", "主席团", 1],
  [1, "other", "走访慰问困难代表", "人大办", null],
  [3, "presidiumMeeting", "主席团会议：研究全年工作安排", "人大主席", 2],
  [4, "training", "代表履职培训", "人大办", 5],
  [5, "visit", "上半年视察调研", "人大副主席", 6],
  [6, "presidiumMeeting", "主席团会议：听取建议办理情况", "人大主席", 2],
  [7, "session", "召开年中人民代表大会", "主席团", 1],
  [8, "visit", "下半年视察调研", "人大副主席", 4],
  [9, "presidiumMeeting", "主席团会议：听取预算执行情况", "人大主席", 2],
  [9, "lawInspection", "开展执法检查", "人大副主席", 4],
  [11, "presidiumMeeting", "主席团会议：研究明年监督议题", "人大主席", 2],
  [12, "dutyReport", "组织代表向选区选民述职", "各代表小组", null],
];

const rowOf = (year: number, [month, kind, topic, owner, guidance]: Line, index: number) => ({
  line: index + 2,
  cells: {
    ...{ topic, kind: workLabels[kind], year: String(year), month: String(month), owner },
    guidance: guidance === null ? "" : String(guidance),
  },
});

type Item = { id: string; version: number; month: number; kind: string };
const dayIn = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** An item whose time has come: its record, its day, or a reason why not; of the running year a slack office leaves some without a word. */
async function settle(desk: Desk, random: Random, year: number, item: Item): Promise<void> {
  const { scope, town, asOf } = desk;
  const { id, version, kind, month } = item;
  const middle = dayIn(year, month, 15);
  if (middle > asOf) return;
  if (kind === "other") {
    const facts = { id, version, doneOn: middle, note: "已按计划完成" };
    if (year < yearOf(asOf) || !random.chance(town.habits.late))
      await enter(desk, addDays(middle, 3), items.finishItem, inputs.finishInput, facts);
    return;
  }
  const reader = { ...scope, now: new Date(`${asOf}T12:00:00+08:00`) };
  const { candidates } = await candidatesOf(reader, { township: town.code, id });
  const near = candidates.find(({ day }) => Math.abs(daysBetween(middle, day)) <= 75);
  if (near !== undefined) {
    const facts = { id, version, recordType: near.type, recordId: near.id };
    await enter(desk, addDays(near.day, 3), items.linkItem, inputs.linkInput, facts);
  } else if (year < yearOf(asOf) || !random.chance(0.3 + town.habits.late)) {
    const facts = { id, version, reason: "因防台救灾等中心工作，今年不再安排" };
    await enter(desk, addDays(middle, 10), items.cancelItem, reasonInput, facts);
  }
}

/**
 * The plan of a year and how it went, entered when the year's records are there to fulfil it. One office has none for
 * the running year, and a slack one has not had it approved.
 */
export async function enterPlan(desk: Desk, year: number): Promise<void> {
  const { scope, town, asOf } = desk;
  const running = year === yearOf(asOf);
  if (year < yearOf(asOf) - 1 || (running && !town.habits.attendance)) return;
  const random = randomOf(`${town.code} plan ${year}`);
  const rows = lines.map((line, index) => rowOf(year, line, index));
  await enter(desk, dayIn(year, 1, 6), recordCommands(planItem, items.itemSlots).importRows, importRows, {
    rows,
  });
  if (!(running && town.habits.late > 0.3))
    await enter(
      desk,
      dayIn(year, 2, 12),
      recordCommands(annualPlan, approvalSlots).create,
      createInputOf(annualPlan),
      {
        ...{ year, documentNumber: `${town.shortName}党〔${year}〕${random.between(3, 20)}号` },
        ...{ occurredOn: dayIn(year, 2, 10), issuedOn: dayIn(year, 2, 16) },
      },
    );
  const made = await scope.tx.planItem.findMany({
    where: { ...tenantOf(scope), year, voidedAt: null },
    orderBy: [{ month: "asc" }, { id: "asc" }],
    select: { id: true, version: true, month: true, kind: true },
  });
  for (const item of made) await settle(desk, random, year, item);
}
