import "server-only";
import { v7 as uuid } from "uuid";
import { countyStaff } from "@/domains/accounts/data";
import { townshipNames, townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayFromUtc, dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { assertOneChanged, dayOrNull, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { isContactOn } from "../rules/contacts";

export type Contact = { townshipId: string; accountId: string; name: string };

/** Who of the county looked after which township on any of these days; of a township that asks, its own. */
const contactsBetween = (tx: Rows, countyId: string, from: Day, until: Day): Promise<Contact[]> =>
  tx.$often<Contact[]>`
    SELECT township_id AS "townshipId", account_id AS "accountId", account_name AS name FROM township_contact
    WHERE county_id = ${countyId}::uuid AND since <= ${until}::date AND (until IS NULL OR until >= ${from}::date)
    ORDER BY since, id`;

export const contactsOf = (tx: Rows, countyId: string, day: Day) => contactsBetween(tx, countyId, day, day);

/** Who may not judge a year: whoever looked after the township in it or since then, also when that has ended. */
export const advocatesOf = ({ tx, countyId, now }: CountyScope, year: number) =>
  contactsBetween(tx, countyId, `${year}-01-01`, dayOf(now));

type Term = Contact & { id: string; since: Day; until: Day | null; version: number };

async function termsOf({ tx, countyId }: CountyScope): Promise<Term[]> {
  const rows = await tx.townshipContact.findMany({
    where: { countyId },
    orderBy: [{ since: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, townshipId, accountId, accountName, since, until, version }) => ({
    ...{ id, townshipId, accountId, name: accountName, version },
    ...{ since: dayFromUtc(since), until: dayOrNull(until) },
  }));
}

/** Every township with its contacts, those who were, and who of the county may become one. */
export async function contacts(scope: CountyScope) {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const staff = await countyStaff(tx);
  const terms = await termsOf(scope);
  const townships = (await townshipsOf(tx, countyId, yearOf(today))).filter(
    ({ mergedOn }) => mergedOn === null,
  );
  const names = await townshipNames(scope);
  const left = new Set(staff.filter(({ active }) => !active).map(({ id }) => id));
  const shown = ({ id, accountId, name, since, until, version }: Term) => ({
    ...{ id, name, since, until, version },
    stopped: left.has(accountId),
  });
  const open = terms.filter(({ until }) => until === null || until >= today);
  return {
    today,
    staff: staff.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
    townships: townships.map(({ id, code, name }) => ({
      ...{ code, name },
      contacts: open.filter(({ townshipId }) => townshipId === id).map(shown),
    })),
    former: terms
      .filter((term) => !open.includes(term))
      .map((term) => ({ ...shown(term), township: names.get(term.townshipId) ?? "" }))
      .toReversed(),
  };
}

export type Contacts = Awaited<ReturnType<typeof contacts>>;

/** A township's contacts today. */
export async function ownContacts(scope: TownshipScope) {
  const today = dayOf(scope.now);
  const rows = await scope.tx.townshipContact.findMany({ where: tenantOf(scope), orderBy: { since: "asc" } });
  return rows
    .map(({ accountName, since, until }) => ({
      ...{ name: accountName, since: dayFromUtc(since), until: dayOrNull(until) },
    }))
    .filter((term) => isContactOn(term, today))
    .map(({ name, since }) => ({ name, since }));
}

/** What somebody has already been entrusted with, by the townships' names. */
export async function standingOf(scope: CountyScope, accountId: string, townshipIds: readonly string[]) {
  const names = await townshipNames(scope);
  return (await termsOf(scope))
    .filter((term) => term.accountId === accountId && townshipIds.includes(term.townshipId))
    .map((term) => ({ ...term, township: names.get(term.townshipId) ?? "" }));
}

export async function keepContacts(
  { tx, countyId, actor, now }: CountyScope,
  {
    accountId,
    name,
    since,
    townshipIds,
  }: Omit<Contact, "townshipId"> & { since: Day; townshipIds: string[] },
) {
  const data = townshipIds.map((townshipId) => ({
    ...{ countyId, townshipId, id: uuid(), accountId, accountName: name, since: utcOf(since) },
    ...{ enteredAt: now, enteredByName: actor.name },
  }));
  await tx.townshipContact.createMany({ data });
  return data.map(({ id, townshipId }) => ({ id, townshipId }));
}

export async function contactById(scope: CountyScope, id: string): Promise<Term> {
  const term = (await termsOf(scope)).find((one) => one.id === id);
  if (term === undefined) throw notFound();
  return term;
}

export async function endContact(
  { tx, countyId }: CountyScope,
  { id, townshipId }: Term,
  { version, until }: { version: number; until: Day },
): Promise<void> {
  const { count } = await tx.townshipContact.updateMany({
    where: { countyId, townshipId, id, version },
    data: { until: utcOf(until), version: { increment: 1 } },
  });
  assertOneChanged(count);
}
