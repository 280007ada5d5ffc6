import "server-only";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { keepStandard } from "./data/standards";
import { presetLabels, standardText } from "./labels";
import { mayBeStandard, targetsOf } from "./rules";
import type { SetStandardInput } from "./schema";

/** Which standard holds from a year on; what held before stays for the years before it. */
export async function setStandard(scope: CountyScope, input: SetStandardInput) {
  const { fromYear, preset, name, idempotencyKey: _, ...given } = input;
  const targets = targetsOf(preset, given);
  const standard = {
    fromYear,
    preset,
    name: preset === "own" ? (name ?? "") : presetLabels[preset],
    targets,
  };
  obey(mayBeStandard(standard));
  const id = await keepStandard(scope, standard);
  await scope.audit({
    action: "standards.set",
    recordType: "dutyStandard",
    recordId: id,
    summary: `自 ${fromYear} 年起代表履职按「${standard.name}」：${standardText(targets)}`,
    detail: difference(null, { fromYear, preset, ...targets }),
  });
  return { id };
}
