import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf } from "@/lib/dates";
import { naturalOrder } from "@/lib/natural-order";
import { groupsOn } from "@/server/db/order";
import type { TownshipReader } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { mayTakeIn } from "../rules/gates";
import { suggestionStates } from "../rules/states";

export type PersonOption = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  hint: string;
  groups: string[];
};
export type MergeTarget = { id: string; number: number; title: string; leadDeputy: string | null };
export type SessionOption = { id: string; name: string; startsOn: string };

/** What the suggestion forms offer: deputies in office by pinyin, those who have left (for matters of earlier years), the township's sessions, the newest first. */
export async function suggestionPeople(scope: TownshipReader) {
  const today = dayOf(scope.now);
  const rows = await scope.tx.$queryRaw<(Omit<PersonOption, "hint"> & { places: string[] })[]>`
    SELECT d.id, d.name, d.pinyin, d.initials, ${groupsOn(today)} AS groups,
      coalesce(array_agg(DISTINCT m.constituency) FILTER (WHERE m.constituency IS NOT NULL), '{}') AS places
    FROM deputy d
    JOIN mandate m ON m.county_id = d.county_id AND m.township_id = d.township_id AND m.deputy_id = d.id
      AND m.voided_at IS NULL AND m.starts_on <= ${today}::date AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
    GROUP BY d.county_id, d.township_id, d.id
    ORDER BY d.pinyin, d.name, d.id LIMIT 2000`;
  const deputies = rows.map(({ places, ...person }) => ({
    ...person,
    hint: places.toSorted(naturalOrder).join("、"),
  }));
  const former = await scope.tx.$queryRaw<PersonOption[]>`
    SELECT d.id, d.name, d.pinyin, d.initials, '已离任' AS hint FROM deputy d
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.county_id = d.county_id AND m.township_id = d.township_id
        AND m.deputy_id = d.id AND m.voided_at IS NULL AND m.starts_on <= ${today}::date
        AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date))
    ORDER BY d.pinyin, d.name, d.id LIMIT 2000`;
  const sessions = await scope.tx.$queryRaw<SessionOption[]>`
    SELECT s.id, concat(t.name, '第', s.number, '次会议') AS name, s.starts_on::text AS "startsOn"
    FROM session s JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.voided_at IS NULL
    ORDER BY s.starts_on DESC, s.id LIMIT 60`;
  const { value, citation } = lawRule(await lawChoiceOf(scope), "bill.minDeputies", today);
  return { deputies, former, sessions, billSigners: { value, citation }, today };
}

/** Of the same year what another suggestion may be merged into, the newest first. */
export async function mergeTargets(scope: TownshipReader, { id }: ByIdInput): Promise<MergeTarget[]> {
  const inHand = suggestionStates.filter(mayTakeIn);
  return scope.tx.$queryRaw<MergeTarget[]>`
    SELECT t.id, t.number, t.title, (SELECT d.name FROM suggestion_signer g
        JOIN deputy d ON d.county_id = g.county_id AND d.township_id = g.township_id AND d.id = g.deputy_id
        WHERE g.county_id = t.county_id AND g.township_id = t.township_id AND g.suggestion_id = t.id AND g.role = 'lead') AS "leadDeputy"
    FROM suggestion s JOIN suggestion t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.year = s.year AND t.id <> s.id
      AND t.voided_at IS NULL AND t.state = ANY (${inHand}::text[])
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.id = ${id}::uuid
    ORDER BY t.number DESC LIMIT 500`;
}
