import "server-only";
import { metricOf } from "@/domains/figures/rules/metrics";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { keepSaved, ownSaved, ownSavedById, strikeSaved } from "./data/saved";
import type { Choice } from "./rules/choice";
import { maySave } from "./rules/saved";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { keepMap, mapOf } from "./data/map";
import { maySaveMap, type Place } from "./rules/map";
import type { SaveInput, SaveMapInput, StrikeInput } from "./schema";

const inWords = ({ metrics, years }: Choice): string =>
  `${metrics.map((code) => metricOf(code).name).join("、")}，${years.join("、")} 年`;

const told = ({ name, shared, choice }: { name: string; shared: boolean; choice: Choice }) => ({
  ...{ name, shared: String(shared), choice: inWords(choice) },
});

/** Keeps a choice under a name, for oneself or for all of the county; its figures are counted when it is opened. */
export async function saveComparison(scope: CountyScope, input: SaveInput) {
  obey(maySave(input, await ownSaved(scope)));
  const before = input.id === null ? null : await ownSavedById(scope, input.id);
  const id = await keepSaved(scope, input);
  await scope.audit({
    ...{ action: "oversight.saveComparison", recordType: "savedComparison" as const, recordId: id },
    summary: `${before === null ? "存下" : "修改"}比较「${input.name}」`,
    detail: difference(before === null ? null : told(before), told(input)),
  });
  return { id };
}

/** Its link ends with it. */
export async function strikeComparison(scope: CountyScope, input: StrikeInput) {
  const { name } = await ownSavedById(scope, input.id);
  await strikeSaved(scope, input);
  await scope.audit({
    ...{ action: "oversight.strikeComparison", recordType: "savedComparison" as const, recordId: input.id },
    summary: `删去存下的比较「${name}」`,
  });
  return { id: input.id };
}

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
