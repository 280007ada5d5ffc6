import "server-only";
import { deputyOf } from "@/domains/deputies/data/in-office";
import type { Day } from "@/lib/dates";
import type { ExportSheet } from "@/lib/sheets";
import { Prisma } from "@/server/db/generated/client";
import { everyRow } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { kindLabels, outcomeText, ratingLabels, stateLabels } from "../labels";
import type { Outcome, RatingWord } from "../rules/states";
import { suggestionRows } from "./suggestions";
import { unitOf } from "./unit-names";

type Lines = {
  cosigners: string | null;
  units: string | null;
  repliedOn: Day | null;
  rating: RatingWord | null;
  outcome: Outcome | null;
  solvedOn: Day | null;
};

const nothing: Lines = {
  ...{ cosigners: null, units: null, repliedOn: null },
  ...{ rating: null, outcome: null, solvedOn: null },
};

const g = Prisma.sql`g`;
const u = Prisma.sql`u`;

/** Who joined in, who handled it, and what became of it, for every suggestion of a year in one statement. */
async function linesOf(scope: TownshipReader, year: number): Promise<Map<string, Lines>> {
  const rows = await scope.tx.$queryRaw<(Lines & { id: string })[]>`
    SELECT s.id, s.outcome, to_char(s.solved_on, 'YYYY-MM-DD') AS "solvedOn",
      (SELECT string_agg(d.name, '、' ORDER BY g.ordinal) FROM suggestion_signer g JOIN ${deputyOf(g)}
        WHERE g.county_id = s.county_id AND g.township_id = s.township_id AND g.suggestion_id = s.id AND g.role = 'cosigner') AS cosigners,
      (SELECT string_agg(coalesce(h.short_name, h.name), '、' ORDER BY u.role <> 'lead', h.pinyin) FROM suggestion_unit u JOIN ${unitOf(u)}
        WHERE u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id AND u.ended_on IS NULL) AS units,
      (SELECT to_char(max(r.replied_on), 'YYYY-MM-DD') FROM reply r
        WHERE r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id) AS "repliedOn",
      (SELECT r.rating FROM rating r WHERE r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id
        ORDER BY r.attempt DESC, r.entered_at DESC LIMIT 1) AS rating
    FROM suggestion s
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.voided_at IS NULL AND s.year = ${year}::int`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The register of a year: all that stands in it, in the order of the numbers, with how each matter went. */
export async function registerOfYear(scope: TownshipReader, year: number): Promise<ExportSheet> {
  const asked = { township: "", q: "", page: 1, pageSize: 1, year, state: "registered" } as const;
  const input = { ...asked, sort: "number", direction: "asc", overdue: false, voided: false } as const;
  const rows = await everyRow("件", suggestionRows(scope, input));
  const lines = await linesOf(scope, year);
  return {
    title: "代表议案和建议",
    columns: [
      { header: "编号", width: 8, kind: "number" },
      { header: "种类", width: 8 },
      { header: "标题", width: 44 },
      { header: "领衔代表", width: 12 },
      { header: "附议代表", width: 24 },
      { header: "提出日期", width: 12, kind: "day" },
      { header: "承办单位", width: 24 },
      { header: "答复日期", width: 12, kind: "day" },
      { header: "代表评价", width: 12 },
      { header: "办理结果", width: 20 },
      { header: "状态", width: 12 },
      { header: "办结日期", width: 12, kind: "day" },
    ],
    rows: rows.map(({ id, number, kind, title, leadDeputy, receivedOn, state, closedOn }) => {
      const { cosigners, units, repliedOn, rating, outcome, solvedOn } = lines.get(id) ?? nothing;
      return [
        ...[number, kindLabels[kind], title, leadDeputy, cosigners, receivedOn, units, repliedOn],
        rating === null ? null : ratingLabels[rating],
        outcome === null ? null : outcomeText({ outcome, solvedOn, closedOn }),
        ...[stateLabels[state], closedOn],
      ];
    }),
  };
}
