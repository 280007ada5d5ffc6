import "server-only";
import type { Row } from "@/domains/records/data/list";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { meetingHeldOn } from "@/domains/presidium/data/quarters";
import { sessionHeldOn } from "@/domains/sessions/data/names";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import { type LawChoice, termOf } from "@/domains/tenancy/rules/law";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { specialWorkReport } from "./record";
import { type ReportStage, reportStage, reportStageLabels } from "./rules/stages";

const sql = Prisma.sql;

/** The same as `reportStage` of rules/stages.ts. */
const stageSql = (today: Day): Prisma.Sql => sql`CASE WHEN r.implemented_on IS NOT NULL THEN 'implemented'
  WHEN r.responded_on IS NOT NULL THEN 'responded' WHEN r.handed_on IS NOT NULL THEN 'handed'
  WHEN r.opinion_on IS NOT NULL THEN 'deliberated' WHEN r.occurred_on > ${today}::date THEN 'planned' ELSE 'heard' END`;

/** Nobody links what the day and the kind of meeting tell. */
const atItsMeeting = sql`, CASE r.body WHEN 'congress' THEN ${sessionHeldOn(sql`r`)} ELSE ${meetingHeldOn(sql`r`)} END AS meeting,
  ${lawChoiceOfRow(sql`r`)} AS law`;

type Told = Stored<typeof specialWorkReport> & {
  meeting: { id: string; name: string } | null;
  law: LawChoice;
};

const detailOf = ({ facts, meeting, law }: Told, { now }: TownshipReader) => ({
  meeting,
  term:
    facts.handedOn === null
      ? null
      : termOf(law, "report.responseMonths", {
          on: facts.occurredOn,
          from: facts.handedOn,
          doneOn: facts.respondedOn,
        }),
  stage: reportStage(facts, dayOf(now)),
  today: dayOf(now),
});
export type ReportDetail = ReturnType<typeof detailOf>;
export type ReportRow = Row<typeof specialWorkReport> & { stage: ReportStage };

export const workReportReads = recordReads<typeof specialWorkReport, { stage: ReportStage }, ReportDetail>(
  specialWorkReport,
  {
    list: {
      join: ({ now }) => sql`CROSS JOIN LATERAL (SELECT ${stageSql(dayOf(now))} AS stage) s`,
      select: sql`, s.stage`,
      where: { stage: (code, today) => sql`${stageSql(today)} = ${code}` },
    },
    sheet: [{ column: { header: "进度", width: 10 }, cell: ({ stage }) => reportStageLabels[stage] }],
    detail: { select: () => atItsMeeting, tell: detailOf },
  },
);
