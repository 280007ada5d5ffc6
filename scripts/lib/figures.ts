import { verifySums, yearsRemembered } from "@/domains/figures/data/verify";
import { client } from "@/server/db/client";
import { withAuthScope, withCountyScope } from "@/server/db/scope";

const actor = { accountId: "", name: "校核", role: "platformOperator", ip: null, requestId: null };

/** How many remembered years were counted anew, and the sentences of those that differed. */
export type Checked = { years: number; wrong: string[] };

/**
 * Counts the remembered sums of every county anew, as the application's own role.
 * @param newest only so many of each county's years
 */
export async function checkFigures(
  appUrl: string,
  { mend, newest = Infinity }: { mend: boolean; newest?: number },
): Promise<Checked> {
  process.env["DATABASE_URL"] = appUrl;
  const checked: Checked = { years: 0, wrong: [] };
  const counties = await withAuthScope(({ tx }) =>
    tx.county.findMany({ select: { id: true, name: true }, orderBy: { code: "asc" } }),
  );
  for (const county of counties) {
    const inCounty = <Result>(work: Parameters<typeof withCountyScope<Result>>[2]) =>
      withCountyScope(county.id, { actor, readOnly: !mend }, work);
    for (const year of (await inCounty(yearsRemembered)).slice(0, newest)) {
      const [wrong, names] = await inCounty(async (scope) => [
        await verifySums(scope, year, mend),
        await scope.tx.township.findMany({
          where: { countyId: county.id },
          select: { id: true, name: true },
        }),
      ]);
      const nameOf = (id: string): string => names.find((one) => one.id === id)?.name ?? "";
      checked.years += 1;
      checked.wrong.push(...wrong.map(({ townshipId }) => `${county.name}${nameOf(townshipId)} ${year}年`));
    }
  }
  await client().$disconnect();
  return checked;
}
