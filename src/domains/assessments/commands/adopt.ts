import "server-only";
import { keepScheme } from "@/domains/figures/data/schemes";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { AppError } from "@/lib/errors";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import type { AdoptSchemeInput } from "../schema";

/** Makes the default scheme the county's own for a year: from then on changes of the default no longer touch it. */
export async function adoptDefaultScheme(scope: CountyScope, { year }: AdoptSchemeInput) {
  const id = await keepScheme(scope, year, defaultScheme);
  if (id === null) throw new AppError("CONFLICT", `${year} 年已经有考核方案，不用再采用默认方案。`);
  await scope.audit({
    action: "assessments.adoptDefaultScheme",
    recordType: "assessmentScheme",
    recordId: id,
    summary: `采用默认方案作为 ${year} 年考核方案`,
    detail: difference(null, { year, name: defaultScheme.name }),
  });
  return { id };
}
