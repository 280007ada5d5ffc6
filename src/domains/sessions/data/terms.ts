import "server-only";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { type MeetingLaw, meetingLawOf } from "../rules/meeting-law";

export type TermRow = {
  id: string;
  number: number;
  name: string;
  startsOn: Day;
  endsOn: Day | null;
  sessions: number;
  version: number;
};

/** The township's terms, newest first, with the number of sessions in each. */
export async function listTerms(scope: TownshipScope): Promise<TermRow[]> {
  return scope.tx.$queryRaw<TermRow[]>`
    SELECT t.id, t.number, t.name, to_char(t.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(t.ends_on, 'YYYY-MM-DD') AS "endsOn", t.version,
      (SELECT count(*)::int FROM session s WHERE s.county_id = t.county_id AND s.township_id = t.township_id
        AND s.term_id = t.id AND s.voided_at IS NULL) AS sessions
    FROM term t
    WHERE t.county_id = ${scope.countyId}::uuid AND t.township_id = ${scope.townshipId}::uuid AND t.voided_at IS NULL
    ORDER BY t.number DESC LIMIT 100`;
}

export type TermSpan = { number: number; startsOn: Day; endsOn: Day | null };

export async function findTerm(scope: TownshipScope, id: string) {
  const row = await scope.tx.term.findUnique({
    where: { countyId_townshipId_id: { ...tenantOf(scope), id } },
  });
  return (
    row && {
      ...row,
      span: { number: row.number, startsOn: dayFromUtc(row.startsOn), endsOn: dayOrNull(row.endsOn) },
    }
  );
}

/** The county's meeting rules as they stand on a day: its province's, with its own overrides. */
export async function meetingLaw(scope: TownshipScope, on: Day = dayOf(scope.now)): Promise<MeetingLaw> {
  const rows = await scope.tx.$queryRaw<{ province: string; ruleKey: string | null; value: number | null }[]>`
    SELECT c.province, o.rule_key AS "ruleKey", o.value
    FROM county c LEFT JOIN law_override o ON o.county_id = c.id AND o.valid_from <= ${on}::date
    WHERE c.id = ${scope.countyId}::uuid ORDER BY o.valid_from, o.entered_at`;
  const overrides = rows.flatMap(({ ruleKey, value }) =>
    ruleKey === null || value === null ? [] : [{ ruleKey, value }],
  );
  return meetingLawOf(rows[0]?.province ?? "", overrides);
}
