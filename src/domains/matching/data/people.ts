import "server-only";
import { contactsOf } from "@/domains/liaison/data/contacts";
import { officersOn } from "@/domains/posts/data";
import { postLabels } from "@/domains/posts/record";
import { dayOf } from "@/lib/dates";
import type { CountyScope, PositionScope } from "@/server/db/scope";

/** Whom to call: who does the congress's work in a township, and who of the county looks after it. */
export type ToCall = { office: string[]; contacts: string[] };

export async function peopleToCall(
  scope: CountyScope | PositionScope,
  townshipIds: readonly string[],
): Promise<(townshipId: string) => ToCall> {
  const today = dayOf(scope.now);
  const officers = await officersOn(scope, today, townshipIds);
  const contacts = await contactsOf(scope.tx, scope.countyId, today);
  return (townshipId) => ({
    office: officers
      .filter((one) => one.townshipId === townshipId)
      .map(({ name, post }) => `${postLabels[post]} ${name}`),
    contacts: contacts.filter((one) => one.townshipId === townshipId).map(({ name }) => name),
  });
}
