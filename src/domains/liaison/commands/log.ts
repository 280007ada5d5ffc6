import "server-only";
import { townshipNames } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { entryById, keepEntry, standingOn, strikeEntry } from "../data/log";
import { keepSilenceLimit, silenceLimitOf } from "../data/silence";
import { type Way, wayLabels } from "../labels";
import { mayEnter, mayStrike } from "../rules/log";
import type { EnterInput, EnterOwnInput, SetSilenceInput, StrikeInput, StrikeOwnInput } from "../schema";

const recordType = "liaisonEntry" as const;
const told = ({ occurredOn, way, subject }: { occurredOn: string; way: Way; subject: string }): string =>
  `${occurredOn} ${wayLabels[way]}：${subject}`;

type Facts = Pick<
  EnterInput,
  "occurredOn" | "way" | "countyPerson" | "townshipPerson" | "subject" | "result"
>;
const factsOf = ({ occurredOn, way, countyPerson, townshipPerson, subject, result }: Facts): Facts => ({
  ...{ occurredOn, way, countyPerson, townshipPerson, subject, result },
});

/** The county writes down that it was in touch with a township [R95]. */
export async function enterContact(scope: CountyScope, { townshipId, sure, ...input }: EnterInput) {
  const name = (await townshipNames(scope)).get(townshipId);
  if (name === undefined) throw notFound();
  const facts = factsOf(input);
  const standing = await standingOn(scope, townshipId, facts.occurredOn);
  obey(mayEnter(facts, standing, { today: dayOf(scope.now), sure }));
  const id = await keepEntry(scope, { ...facts, side: "county", townshipId });
  const line = {
    ...{ action: "liaison.enter", recordType, recordId: id, detail: difference(null, facts) },
  };
  await scope.audit({ ...line, summary: `登记与${name}的联系：${told(facts)}` });
  await scope.auditEach([{ ...line, townshipId, summary: `县人大登记联系：${told(facts)}` }]);
  return { id };
}

export async function enterOwnContact(scope: TownshipScope, { sure, ...input }: EnterOwnInput) {
  const { townshipId } = scope;
  const facts = factsOf(input);
  const standing = await standingOn(scope, townshipId, facts.occurredOn);
  obey(mayEnter(facts, standing, { today: dayOf(scope.now), sure }));
  const id = await keepEntry(scope, { ...facts, side: "township", townshipId });
  await scope.audit({
    ...{ action: "liaison.enterOwn", recordType, recordId: id, detail: difference(null, facts) },
    summary: `登记与县人大的联系：${told(facts)}`,
  });
  return { id };
}

export async function strikeContact(scope: CountyScope, { id, version, reason }: StrikeInput) {
  const entry = await entryById(scope, id);
  obey(mayStrike(entry.side, "county"));
  await strikeEntry(scope, { ...entry, version }, reason);
  const line = { ...{ action: "liaison.strike", recordType, recordId: id, detail: { reason } } };
  const summary = `作废联系记录 ${told(entry)}：${reason}`;
  await scope.audit({ ...line, summary });
  await scope.auditEach([{ ...line, townshipId: entry.townshipId, summary: `县人大${summary}` }]);
  return { id };
}

export async function strikeOwnContact(scope: TownshipScope, { id, version, reason }: StrikeOwnInput) {
  const entry = await entryById(scope, id);
  obey(mayStrike(entry.side, "township"));
  await strikeEntry(scope, { ...entry, version }, reason);
  await scope.audit({
    ...{ action: "liaison.strikeOwn", recordType, recordId: id, detail: { reason } },
    summary: `作废联系记录 ${told(entry)}：${reason}`,
  });
  return { id };
}

/** After how many days without contact the county is told of a township. */
export async function setSilence(scope: CountyScope, { version, days }: SetSilenceInput) {
  const before = await silenceLimitOf(scope);
  await keepSilenceLimit(scope, { version, days });
  await scope.audit({
    ...{ action: "liaison.setSilence", recordType: "silenceLimit", recordId: null },
    summary: `超过 ${days} 天没有联系的乡镇提醒县人大`,
    detail: difference(before, { days }),
  });
  return { days };
}
