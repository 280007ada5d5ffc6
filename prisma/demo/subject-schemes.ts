import { randomUUID } from "node:crypto";
import { publishScheme } from "@/domains/assessments/commands/publish";
import { startScheme } from "@/domains/assessments/commands/schemes";
import { openScheme, schemeOf } from "@/domains/figures/data/schemes";
import { yearOf } from "@/lib/dates";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";

const key = () => ({ idempotencyKey: randomUUID() });

/** Groups and units are assessed for the first time this year: the county published a scheme for each by a decision. */
export async function publishForSubjects(opened: OpenedCounty): Promise<void> {
  const { asOf } = opened;
  const year = yearOf(asOf);
  for (const subject of ["group", "unit"] as const)
    await asOn(opened, asOf, async (scope) => {
      if ((await schemeOf(scope.tx, scope.countyId, year, subject)).adopted) return;
      if ((await openScheme(scope, { year, subject })) !== null) return;
      const { id } = await startScheme(scope, { year, from: null, subject, ...key() });
      const decided = {
        decisionNumber: `${opened.name}人大办〔${year}〕12 号`,
        decisionReason: "今年起试行",
      };
      await publishScheme(scope, { id, version: 1, ...decided, ...key() });
    });
}
