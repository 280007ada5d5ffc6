import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { type AheadRules, aheadRules } from "../rules/procedure";

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
export async function listTerms(scope: TownshipReader): Promise<TermRow[]> {
  return scope.tx.$queryRaw<TermRow[]>`
    SELECT t.id, t.number, t.name, to_char(t.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(t.ends_on, 'YYYY-MM-DD') AS "endsOn", t.version,
      (SELECT count(*)::int FROM session s WHERE s.county_id = t.county_id AND s.township_id = t.township_id
        AND s.term_id = t.id AND s.voided_at IS NULL) AS sessions
    FROM term t
    WHERE t.county_id = ${scope.countyId}::uuid AND t.township_id = ${scope.townshipId}::uuid AND t.voided_at IS NULL
    ORDER BY t.number DESC LIMIT 100`;
}

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

/** What the form says of notice, papers and length for a session that is being entered: the law of today. */
export async function noticeRule(scope: TownshipReader): Promise<AheadRules> {
  return aheadRules(await lawChoiceOf(scope), dayOf(scope.now));
}
