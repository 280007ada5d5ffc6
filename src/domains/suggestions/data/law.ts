import "server-only";
import { type Day, dayFromUtc } from "@/lib/dates";
import type { TownshipScope } from "@/server/db/scope";
import { type SuggestionLaw, suggestionLawOf } from "../rules/law";

/** The law preset of the scope's county, with its own values over it, as it holds on a day. */
export async function lawOn(scope: TownshipScope, day: Day): Promise<SuggestionLaw> {
  const county = await scope.tx.county.findUnique({
    where: { id: scope.countyId },
    select: { province: true },
  });
  const overrides = await scope.tx.lawOverride.findMany({ where: { countyId: scope.countyId } });
  return suggestionLawOf(
    county?.province ?? "",
    overrides.map(({ ruleKey, value, reason, validFrom }) => ({
      ruleKey,
      value,
      reason,
      validFrom: dayFromUtc(validFrom),
    })),
    day,
  );
}
