import "server-only";
import { metricOf } from "@/domains/figures/rules/metrics";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { keepSaved, ownSaved, ownSavedById, strikeSaved } from "./data/saved";
import type { Choice } from "./rules/choice";
import { maySave } from "./rules/saved";
import type { SaveInput, StrikeInput } from "./schema";

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
