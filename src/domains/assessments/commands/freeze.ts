import "server-only";
import { keepSnapshot } from "@/domains/figures/data/freeze";
import { schemeOf } from "@/domains/figures/data/schemes";
import { frozenYear } from "@/domains/figures/data/snapshot";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { mayFreeze } from "../rules/freeze";
import type { FreezeYearInput } from "../schema";

/** Closes the year: counted a last time and kept as it is, for everybody and for good. */
export async function freezeYear(scope: CountyScope, { year, note }: FreezeYearInput) {
  const frozen = await frozenYear(scope, year);
  const { adopted } = await schemeOf(scope.tx, scope.countyId, year);
  const townships = (await townshipsOf(scope.tx, scope.countyId, year)).length;
  obey(
    mayFreeze({ year, today: dayOf(scope.now), frozenOn: frozen?.on ?? null, published: adopted, townships }),
  );
  const { id, hash, rows } = await keepSnapshot(scope, { year, note });
  await scope.audit({
    action: "assessments.freezeYear",
    recordType: "assessmentFreeze",
    recordId: id,
    summary: `封存 ${year} 年度考核：${townships} 个乡镇，证据 ${rows} 条`,
    occurredOn: dayOf(scope.now),
    detail: { ...difference(null, { year, hash }), body: note },
  });
  return { id, hash };
}
