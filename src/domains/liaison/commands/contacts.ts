import "server-only";
import { countyStaff } from "@/domains/accounts/data";
import { comparedTownship, townshipNames } from "@/domains/tenancy/data";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { contactById, endContact, keepContacts, standingOf } from "../data/contacts";
import { mayAppoint, mayEnd } from "../rules/contacts";
import type { AppointInput, EndInput } from "../schema";

/** Entrusts townships to one of the county's people, told in the county's history and in each township's. */
export async function appoint(scope: CountyScope, input: AppointInput) {
  const { accountId, since } = input;
  const person = (await countyStaff(scope.tx)).find(({ id, active }) => id === accountId && active);
  if (person === undefined) throw notFound();
  const townshipIds: string[] = [];
  for (const code of new Set(input.townships)) townshipIds.push((await comparedTownship(scope, { code })).id);
  obey(mayAppoint(since, await standingOf(scope, accountId, townshipIds)));
  const { name } = person;
  const kept = await keepContacts(scope, { accountId, name, since, townshipIds });
  const names = await townshipNames(scope);
  const line = {
    action: "liaison.appoint",
    recordType: "townshipContact" as const,
    detail: difference(null, { name, since }),
  };
  const all = townshipIds.map((id) => names.get(id) ?? "").join("、");
  await scope.audit({ ...line, recordId: null, summary: `${name}自 ${since} 起联系${all}` });
  await scope.auditEach(
    kept.map(({ id, townshipId }) => ({
      ...{ ...line, townshipId, recordId: id },
      summary: `县人大${name}自 ${since} 起联系本乡镇`,
    })),
  );
  return { townships: kept.length };
}

/** Somebody looks after a township until a day, the last one included. */
export async function end(scope: CountyScope, input: EndInput) {
  const { id, version, until } = input;
  const term = await contactById(scope, id);
  obey(mayEnd(term, until));
  await endContact(scope, term, { version, until });
  const names = await townshipNames(scope);
  const line = {
    ...{ action: "liaison.end", recordType: "townshipContact" as const, recordId: id },
    ...{ detail: difference({ until: term.until }, { until }) },
  };
  const summary = `${term.name}联系${names.get(term.townshipId) ?? ""}到 ${until} 为止`;
  await scope.audit({ ...line, summary });
  await scope.auditEach([{ ...line, summary, townshipId: term.townshipId }]);
  return { id, version: version + 1 };
}
