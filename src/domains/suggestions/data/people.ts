import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { deputyOf, formerPeople, peopleInOffice } from "@/domains/deputies/data/in-office";
import { sessionOptions } from "@/domains/sessions/data/names";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf } from "@/lib/dates";
import { naturalOrder } from "@/lib/natural-order";
import type { TownshipReader } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { mayTakeIn } from "../rules/gates";
import { suggestionStates } from "../rules/states";

export type MergeTarget = { id: string; number: number; title: string; leadDeputy: string | null };

/** What the suggestion forms offer: deputies in office by pinyin, those who have left (for matters of earlier years), the township's sessions, the newest first. */
export async function suggestionPeople(scope: TownshipReader) {
  const today = dayOf(scope.now);
  const people = await peopleInOffice(scope, today);
  const deputies = people.map(({ id, name, pinyin, initials, groups, places }) => ({
    id,
    name,
    pinyin,
    initials,
    groups,
    hint: places.toSorted(naturalOrder).join("、"),
  }));
  const former = (await formerPeople(scope, today)).map((person) => ({ ...person, hint: "已离任" }));
  const sessions = await sessionOptions(scope);
  const { value, citation } = lawRule(await lawChoiceOf(scope), "bill.minDeputies", today);
  return { deputies, former, sessions, billSigners: { value, citation }, today };
}

/** Of the same year what another suggestion may be merged into, the newest first. */
export async function mergeTargets(scope: TownshipReader, { id }: ByIdInput): Promise<MergeTarget[]> {
  const inHand = suggestionStates.filter(mayTakeIn);
  return scope.tx.$queryRaw<MergeTarget[]>`
    SELECT t.id, t.number, t.title, (SELECT d.name FROM suggestion_signer g
        JOIN ${deputyOf(Prisma.sql`g`)}
        WHERE g.county_id = t.county_id AND g.township_id = t.township_id AND g.suggestion_id = t.id AND g.role = 'lead') AS "leadDeputy"
    FROM suggestion s JOIN suggestion t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.year = s.year AND t.id <> s.id
      AND t.voided_at IS NULL AND t.state = ANY (${inHand}::text[])
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.id = ${id}::uuid
    ORDER BY t.number DESC LIMIT 500`;
}
