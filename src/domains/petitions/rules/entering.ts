import { daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import { plain } from "@/lib/likeness";
import { nearDays, shortestOpening } from "@/lib/records/alike";
import type { FactsOf } from "@/lib/records/kind";
import { petition } from "../record";

type Facts = FactsOf<typeof petition>;
type Known = Pick<Facts, "topic" | "occurredOn" | "channel" | "category"> & Partial<Facts>;

const nothing = Object.fromEntries(Object.keys(petition.fields).map((key) => [key, null]));

/** A petition of what is known elsewhere already, so that nobody types it again. */
export const petitionFrom = (known: Known, sourceNote: string) => ({
  ...({ ...nothing, ...known } as Facts),
  ...{ sourceNote, lateReason: null },
});

/** One name with two numbers is two people; a number that is not told says nothing. */
const samePetitioner = (one: Facts, other: Facts): boolean =>
  one.petitionerName !== null &&
  one.petitionerName === other.petitionerName &&
  (one.petitionerPhone ?? other.petitionerPhone) === (other.petitionerPhone ?? one.petitionerPhone);

const sameText = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && plain(one).length >= shortestOpening && plain(one) === plain(other);

/** What somebody brought forward is entered once: the same matter of one petitioner, or the same text, within a fortnight [R62]. */
export function isNewPetition(facts: Facts, others: readonly Facts[]): Decision {
  const there = others.find(
    (other) =>
      Math.abs(daysBetween(other.occurredOn, facts.occurredOn)) <= nearDays &&
      ((samePetitioner(facts, other) && plain(other.topic) === plain(facts.topic)) ||
        sameText(facts.content, other.content)),
  );
  return there === undefined
    ? allow
    : about(
        "topic",
        deny(
          `这件信访已经登记（反映事项 ${there.topic}，收到日期 ${there.occurredOn}），请在那一件上继续办理；确是另一件的，请在反映事项和具体情况中写明。`,
        ),
      );
}
