import "server-only";
import { formerPeople, peopleInOffice } from "@/domains/deputies/data/in-office";
import { sessionOptions } from "@/domains/sessions/data/names";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { dayOf } from "@/lib/dates";
import { naturalOrder } from "@/lib/natural-order";
import type { TownshipReader } from "@/server/db/scope";

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
