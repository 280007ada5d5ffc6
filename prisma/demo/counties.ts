import { randomUUID } from "node:crypto";
import { createCounty } from "@/domains/accounts/commands";
import { addTownship } from "@/domains/tenancy/commands";
import { addTownshipInput } from "@/domains/tenancy/schema";
import { dayOf, type Day } from "@/lib/dates";
import { withAuthScope, withCountyScope } from "@/server/db/scope";
import { loader } from "./accounts";
import type { DemoCounty } from "./places";

export type OpenedCounty = {
  county: DemoCounty;
  id: string;
  name: string;
  /** the day of the first load: a load broken off and taken up later tells the same story */
  asOf: Day;
  townshipIds: Map<string, string>;
};

async function ensureCounty({ code, name, province }: DemoCounty): Promise<{ id: string; createdAt: Date }> {
  const find = () => withAuthScope(({ tx }) => tx.county.findUnique({ where: { code } }));
  const there = await find();
  if (there === null) await createCounty(loader, { code, name, province });
  else if (!there.isDemo && there.name !== name) {
    throw new Error(`县代码 ${code} 已由「${there.name}」使用，演示县不能载入到这个数据库。`);
  }
  await withAuthScope(({ tx }) => tx.county.update({ where: { code }, data: { isDemo: true } }));
  const made = there ?? (await find());
  if (made === null) throw new Error(`county ${code} was not made`);
  return made;
}

/** The county and its townships, made if they are missing and left as they are if not. */
export async function openCounty(county: DemoCounty): Promise<OpenedCounty> {
  const { id, createdAt } = await ensureCounty(county);
  const request = { actor: loader, now: new Date(), readOnly: false };
  const townshipIds = await withCountyScope(id, request, async (scope) => {
    const there = await scope.tx.township.findMany({ where: { countyId: id } });
    const ids = new Map(there.map((township) => [township.code, township.id]));
    for (const { code, name, shortName, kind, class: ofClass, population, areaKm2 } of county.townships) {
      if (ids.has(code)) continue;
      const facts = { code, name, shortName, kind, class: ofClass, population, areaKm2, outputWan: null };
      const sourced = { ...facts, sourceNote: county.sourceNote, idempotencyKey: randomUUID() };
      ids.set(code, (await addTownship(scope, addTownshipInput.parse(sourced))).id);
    }
    return ids;
  });
  return { county, id, name: county.name, asOf: dayOf(createdAt), townshipIds };
}
