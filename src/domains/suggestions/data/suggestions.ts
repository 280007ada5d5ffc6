import "server-only";
import { deputyOf } from "@/domains/deputies/data/in-office";
import { type Day, dayOf } from "@/lib/dates";
import { lateAfter } from "@/lib/entry-lag";
import { Prisma } from "@/server/db/generated/client";
import { naturally } from "@/server/db/order";
import { countedUntilChange, everyRow, pageOf, type Part } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { foundBy, lettersHeld, nameMatches } from "@/server/db/search";
import { never, type UntilChange, untilChange } from "@/server/db/until-change";
import { lastInTownship } from "@/server/evidence/last-change";
import { entryDayOf } from "@/server/evidence/period";
import { yearsWithRecords } from "@/server/evidence/years";
import { categoryLabels, entryMark, kindLabels, stateLabels } from "../labels";
import type { SuggestionCategory, SuggestionKind, SuggestionState } from "../rules/states";
import type { ListSuggestionsInput } from "../schema";
import { dueSql, overdueSql, registeredSql, suggestionDated } from "./overdue";
import { leadUnitOf } from "./unit-names";

export type SuggestionListRow = {
  id: string;
  year: number;
  number: number;
  kind: SuggestionKind;
  title: string;
  category: SuggestionCategory;
  state: SuggestionState;
  receivedOn: Day;
  leadDeputy: string | null;
  cosigners: number;
  leadUnit: string | null;
  dueOn: Day | null;
  overdue: boolean;
  closedOn: Day | null;
  enteredOn: Day;
  /** brought in as already closed */
  enteredClosed: boolean;
  /** entered more than ten days after it was put forward */
  enteredLate: boolean;
  voided: boolean;
};

const g = Prisma.sql`g`;
const s = Prisma.sql`s`;
const t = Prisma.sql`t`;
const ofTownship = ({ countyId, townshipId }: TownshipReader): Prisma.Sql =>
  Prisma.sql`s.county_id = ${countyId}::uuid AND s.township_id = ${townshipId}::uuid`;

const orders = {
  number: [Prisma.sql`s.year`, Prisma.sql`s.number`],
  receivedOn: [Prisma.sql`s.received_on`],
  dueOn: [dueSql],
  title: [naturally(Prisma.sql`s.title`)],
  state: [Prisma.sql`s.state`],
} as const;

function orderOf({ sort, direction }: Pick<ListSuggestionsInput, "sort" | "direction">): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`ASC NULLS LAST` : Prisma.sql`DESC NULLS LAST`;
  return Prisma.join([...orders[sort].map((column) => Prisma.sql`${column} ${way}`), Prisma.sql`s.id DESC`]);
}

type Filter = Omit<ListSuggestionsInput, "township" | "page" | "pageSize" | "sort" | "direction">;
const onePage = { township: "", page: 1, pageSize: 1, sort: "number", direction: "desc" } as const;

/** "17", "2026-17" or "17号" finds the number; words find title, content and signers. */
function found(scope: TownshipReader, q: string): Prisma.Sql {
  const numbered = /^(?:(\d{4})\D+)?(\d{1,5})\s*号?$/.exec(q);
  const [, year, number] = numbered ?? [];
  const byNumber = Prisma.sql`UNION ALL SELECT s.id FROM suggestion s
    WHERE ${ofTownship(scope)} AND s.number = ${Number(number)} ${year === undefined ? Prisma.empty : Prisma.sql`AND s.year = ${Number(year)}`}`;
  return Prisma.sql`SELECT f.id FROM (${foundBy("suggestion", q, scope.townshipId)}) f
    UNION ALL SELECT g.suggestion_id FROM suggestion_signer g JOIN ${deputyOf(g)}
    WHERE g.county_id = ${scope.countyId}::uuid AND g.township_id = ${scope.townshipId}::uuid
      AND (${nameMatches(Prisma.sql`d.name`, q)} OR ${lettersHeld(Prisma.sql`d`, q)})
    ${numbered === null ? Prisma.empty : byNumber}`;
}

function filterSql(scope: TownshipReader, filter: Filter): Prisma.Sql {
  const today = dayOf(scope.now);
  const parts = [
    ofTownship(scope),
    filter.voided ? Prisma.sql`s.voided_at IS NOT NULL` : Prisma.sql`s.voided_at IS NULL`,
  ];
  if (filter.year !== null) parts.push(Prisma.sql`s.year = ${filter.year}`);
  if (filter.state === "registered") parts.push(registeredSql);
  else if (filter.state) parts.push(Prisma.sql`s.state = ${filter.state}`);
  if (filter.category) parts.push(Prisma.sql`s.category = ${filter.category}`);
  if (filter.unitId) {
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM suggestion_unit u WHERE u.county_id = s.county_id
      AND u.township_id = s.township_id AND u.suggestion_id = s.id AND u.unit_id = ${filter.unitId}::uuid
      AND u.ended_on IS NULL)`);
  }
  if (filter.overdue) parts.push(overdueSql(today));
  // IS TRUE keeps what was found in one hash beside the index that is read in order: how much it is no plan can know.
  if (filter.q !== "")
    parts.push(Prisma.sql`EXISTS (SELECT FROM found) AND (s.id IN (SELECT id FROM found)) IS TRUE`);
  return Prisma.join(parts, " AND ");
}

/**
 * The register as it opens and as its years and states show it. Every text costs each connection a third of a megabyte
 * for good, and of all filters and orders together there are a thousand.
 */
const asItOpens = ({
  q,
  category,
  unitId,
  overdue,
  voided,
  sort,
  direction,
}: ListSuggestionsInput): boolean =>
  [q, category, unitId, overdue, voided].every((one) => !one) && sort === "number" && direction === "desc";

/** The number of rows, unless it is known at the township's last change. */
const totalSql = (scope: TownshipReader, input: Filter, seq: number): Prisma.Sql => Prisma.sql`
  (SELECT last.seq, CASE WHEN last.seq <> ${seq}::float8 THEN (SELECT count(*)::int FROM suggestion s WHERE ${filterSql(scope, input)}) END AS total
  FROM (SELECT ${scope.countyId}::uuid AS county_id, ${scope.townshipId}::uuid AS township_id) t, LATERAL ${lastInTownship(t)} last)`;

type Read = SuggestionListRow & { total: number | null; seq: number };

/**
 * A part of the register's rows, each with the number of all. The part is cut first, in the order of an index, and the
 * rest is only counted: neither reads the rows that are not shown.
 */
const rowsAt =
  (scope: TownshipReader, input: ListSuggestionsInput) =>
  ({ limit, offset }: Part, seq: number) =>
    scope.tx[asItOpens(input) ? "$often" : "$queryRaw"]<Read[]>`
    WITH ${input.q === "" ? Prisma.empty : Prisma.sql`found AS MATERIALIZED (${found(scope, input.q)}),`} page AS MATERIALIZED (
      SELECT s.*, ${dueSql} AS due_on, ${overdueSql(dayOf(scope.now))} AS overdue FROM (
        SELECT s.id FROM suggestion s WHERE ${filterSql(scope, input)} ORDER BY ${orderOf(input)} LIMIT ${limit} OFFSET ${offset}
      ) hit JOIN suggestion s ON ${ofTownship(scope)} AND s.id = hit.id
    )
    SELECT c.total, c.seq, s.id, s.year, s.number, s.kind, s.title, s.category, s.state, s.received_on::text AS "receivedOn",
      s.closed_on::text AS "closedOn", ${entryDayOf(s)}::text AS "enteredOn",
      s.entered_closed AS "enteredClosed", ${entryDayOf(s)} - s.received_on > ${lateAfter} AS "enteredLate",
      s.due_on::text AS "dueOn", s.voided_at IS NOT NULL AS voided, coalesce(s.overdue, false) AS overdue,
      lead.name AS "leadDeputy", coalesce(signers.count, 0) AS cosigners, unit.name AS "leadUnit"
    FROM ${totalSql(scope, input, seq)} c
    CROSS JOIN page s
    LEFT JOIN LATERAL (SELECT d.name FROM suggestion_signer g
      JOIN ${deputyOf(g)}
      WHERE g.county_id = s.county_id AND g.township_id = s.township_id AND g.suggestion_id = s.id AND g.role = 'lead'
      LIMIT 1) lead ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS count FROM suggestion_signer g
      WHERE g.county_id = s.county_id AND g.township_id = s.township_id AND g.suggestion_id = s.id AND g.role = 'cosigner') signers ON true
    LEFT JOIN LATERAL ${leadUnitOf(s)} unit ON true
    ORDER BY ${orderOf(input)}`;

/** Whatever page of it is asked for and in whatever order, the number of rows is the same. */
const counted = (scope: TownshipReader, input: ListSuggestionsInput): UntilChange<number> | null => {
  const filter: Filter = { ...input, ...onePage };
  return input.q === "" ? untilChange(scope.townshipId, "suggestions", filter, dayOf(scope.now)) : null;
};

export const suggestionRows = (scope: TownshipReader, input: ListSuggestionsInput) =>
  countedUntilChange<SuggestionListRow & { total: number }>(counted(scope, input), rowsAt(scope, input));

/** The years that the filter offers, at the change that the page was read at. @param seq of that change, where the page tells it */
async function yearsAt({ tx, countyId, townshipId }: TownshipReader, today: Day, seq: number) {
  const known = untilChange<number[]>(townshipId, "suggestionYears", today);
  if (seq !== never && known.seq === seq) return known.value();
  const years = await yearsWithRecords(tx, { countyId, townshipId, today }, suggestionDated);
  if (seq !== never) known.keep(seq, years);
  return years;
}

export async function listSuggestions(scope: TownshipReader, input: ListSuggestionsInput) {
  const today = dayOf(scope.now);
  const page = await pageOf(input, suggestionRows(scope, input));
  // A page without rows has told of no change.
  const seq = page.rows.length === 0 ? never : (counted(scope, input)?.seq ?? never);
  return { ...page, years: await yearsAt(scope, today, seq), today };
}

/** The list as a sheet: the same rows and order, all pages. */
export async function exportSuggestions(scope: TownshipReader, input: ListSuggestionsInput) {
  const rows = await everyRow("件", suggestionRows(scope, input));
  return {
    title: "代表建议办理台账",
    columns: [
      { header: "年度", width: 8, kind: "number" as const },
      { header: "编号", width: 8, kind: "number" as const },
      { header: "建议/议案", width: 10 },
      { header: "标题", width: 44 },
      { header: "类别", width: 12 },
      { header: "领衔代表", width: 12 },
      { header: "附议人数", width: 10, kind: "number" as const },
      { header: "提出日期", width: 12, kind: "day" as const },
      { header: "主办单位", width: 18 },
      { header: "状态", width: 12 },
      { header: "期限", width: 12, kind: "day" as const },
      { header: "是否逾期", width: 10 },
      { header: "办结日期", width: 12, kind: "day" as const },
      { header: "录入日期", width: 12, kind: "day" as const },
      { header: "补录", width: 12 },
    ],
    rows: rows.map((row) => [
      row.year,
      row.number,
      kindLabels[row.kind],
      row.title,
      categoryLabels[row.category],
      row.leadDeputy,
      row.cosigners,
      row.receivedOn,
      row.leadUnit,
      stateLabels[row.state],
      row.dueOn,
      row.overdue ? "逾期" : null,
      row.closedOn,
      row.enteredOn,
      entryMark(row),
    ]),
  };
}
