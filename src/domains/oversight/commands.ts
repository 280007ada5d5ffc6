import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { keepMap, mapOf } from "./data/map";
import { maySaveMap, type Place } from "./rules/map";
import type { SaveMapInput } from "./schema";

const said = (places: readonly Place[], names: ReadonlyMap<string, string>): string =>
  places.length === 0
    ? "按类别、顺序成行"
    : places.map(({ code, column, row }) => `${names.get(code) ?? code}第${row}行第${column}列`).join("、");

/** Places the townships' tiles as they lie in the county; none puts them in rows again. */
export async function saveMap(scope: CountyScope, { places, version }: SaveMapInput) {
  const townships = await townshipsOf(scope.tx, scope.countyId, yearOf(dayOf(scope.now)));
  obey(
    maySaveMap(
      places,
      townships.map(({ code }) => code),
    ),
  );
  const names = new Map(townships.map(({ code, shortName }) => [code, shortName]));
  const before = await mapOf(scope);
  await keepMap(scope, { places, version });
  await scope.audit({
    ...{ action: "oversight.saveMap", recordType: "countyMap", recordId: null },
    summary: places.length === 0 ? "乡镇地图改回按顺序摆放" : `摆放乡镇地图，${places.length} 个乡镇`,
    detail: difference({ places: said(before.places, names) }, { places: said(places, names) }),
  });
  return { version: (version ?? 0) + 1 };
}
