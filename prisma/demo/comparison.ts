import { randomUUID } from "node:crypto";
import { countyStaff } from "@/domains/accounts/data";
import { saveComparison } from "@/domains/oversight/commands";
import { yearOf } from "@/lib/dates";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";

/** What a county's office looks at again and again, kept under a name and shared; once, and not again when it was struck out. */
export async function enterComparison(opened: OpenedCounty): Promise<void> {
  const { asOf } = opened;
  const name = "建议办理三年对比";
  const year = yearOf(asOf);
  const [person] = await asOn(opened, asOf, async ({ tx }) =>
    (await countyStaff(tx)).filter(({ active }) => active),
  );
  if (person === undefined) return;
  const keep = { id: null, version: null, name, shared: true, idempotencyKey: randomUUID() };
  const choice = { metrics: ["C1" as const, "C3" as const, "C5" as const], class: null, townships: [] };
  await asOn(
    opened,
    asOf,
    async (scope) => {
      const there = await scope.tx.savedComparison.count({ where: { countyId: scope.countyId, name } });
      if (there > 0) return;
      await saveComparison(scope, { ...keep, choice: { ...choice, years: [year, year - 1, year - 2] } });
    },
    person,
  );
}
