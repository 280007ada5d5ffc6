import "server-only";
import type { ExportSheet } from "@/lib/sheets";
import { Prisma } from "@/server/db/generated/client";
import { everyRow } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { agendaKindLabels, durationInText, sessionKindLabels, sessionTitle } from "../labels";
import { sessionRows } from "./sessions";

/** What each session of a year was about: too long for the list, not for its register. */
async function summariesOf(scope: TownshipReader, year: number): Promise<Map<string, string | null>> {
  const rows = await scope.tx.$queryRaw<{ id: string; summary: string | null }[]>`
    SELECT s.id, s.summary FROM session s WHERE ${own(scope, Prisma.sql`s`)} AND ${inYear(Prisma.sql`s.starts_on`, year)}`;
  return new Map(rows.map(({ id, summary }) => [id, summary]));
}

/** The register of a year: its sessions in their order, who came, what stood on the agenda and what was put to the vote. */
export async function sessionsOfYear(scope: TownshipReader, year: number): Promise<ExportSheet> {
  const asked = {
    township: "",
    q: "",
    page: 1,
    pageSize: 1,
    year,
    sort: "startsOn",
    direction: "asc",
  } as const;
  const input = { ...asked, kind: null, termId: null, voided: false };
  const rows = await everyRow("次", sessionRows(scope, input));
  const summaries = await summariesOf(scope, year);
  return {
    title: "人代会会议",
    columns: [
      { header: "会议", width: 30 },
      { header: "类别", width: 12 },
      { header: "开始日期", width: 12, kind: "day" },
      { header: "结束日期", width: 12, kind: "day" },
      { header: "会期时长", width: 14 },
      { header: "地点", width: 20 },
      { header: "应到（人）", width: 10, kind: "number" },
      { header: "实到（人）", width: 10, kind: "number" },
      { header: "请假（人）", width: 10, kind: "number" },
      { header: "缺席（人）", width: 10, kind: "number" },
      { header: "议程（项）", width: 10, kind: "number" },
      { header: "议程", width: 40 },
      { header: "表决（项）", width: 10, kind: "number" },
      { header: "选举（项）", width: 10, kind: "number" },
      { header: "会议概况", width: 40 },
    ],
    rows: rows.map((row) => [
      ...[sessionTitle(row.termNumber, row.number), sessionKindLabels[row.kind], row.startsOn, row.endsOn],
      ...[row.minutes === null ? null : durationInText(row.minutes), row.place],
      ...[row.expected, row.present, row.onLeave, row.absent],
      ...[row.agendaKinds.length, row.agendaKinds.map((kind) => agendaKindLabels[kind]).join("、")],
      ...[row.votes, row.elections, summaries.get(row.id) ?? null],
    ]),
  };
}
