import { randomUUID } from "node:crypto";
import { setStandard } from "@/domains/standards/commands";
import { countyStandards } from "@/domains/standards/data/standards";
import { withCountyScope } from "@/server/db/scope";
import { loader } from "./accounts";
import type { OpenedCounty } from "./counties";
import { firstYear } from "./places";

/** The county asks for less than "12345" does: with some dozen suggestions a year not every deputy can have put two forward. */
export async function enterStandard({ id: countyId }: OpenedCounty): Promise<void> {
  const request = { actor: loader, now: new Date(), readOnly: false };
  const none = {
    suggestion: null,
    speech: null,
    forum: null,
    advice: null,
    service: null,
    help: null,
    mediation: null,
  };
  await withCountyScope(countyId, request, async (scope) => {
    if ((await countyStandards(scope)).chosen.length > 0) return;
    const asked = {
      preset: "own",
      name: "述职、活动、走访",
      ...none,
      report: 1,
      activity: 3,
      visit: 5,
    } as const;
    await setStandard(scope, { idempotencyKey: randomUUID(), fromYear: firstYear, ...asked });
  });
}
