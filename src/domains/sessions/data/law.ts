import "server-only";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { TownshipScope } from "@/server/db/scope";

type Row = {
  province: string;
  ruleKey: string | null;
  value: number;
  reason: string;
  validFrom: string;
};

/** What the county goes by: its province's preset and its own overrides. */
export async function lawChoice(scope: TownshipScope): Promise<LawChoice> {
  const rows = await scope.tx.$queryRaw<Row[]>`
    SELECT c.province, o.rule_key AS "ruleKey", o.value, o.reason, to_char(o.valid_from, 'YYYY-MM-DD') AS "validFrom"
    FROM county c LEFT JOIN law_override o ON o.county_id = c.id
    WHERE c.id = ${scope.countyId}::uuid`;
  const overrides = rows.flatMap(({ ruleKey, value, reason, validFrom }) =>
    ruleKey === null ? [] : [{ ruleKey, value, reason, validFrom }],
  );
  return { province: rows[0]?.province ?? "", overrides };
}
