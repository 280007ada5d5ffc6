import "server-only";
import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { defaultScheme } from "./rules/default-scheme";
import type { AdoptSchemeInput } from "./schema";

/** Makes the default scheme the county's own for a year: from then on changes of the default no longer touch it. */
export async function adoptDefaultScheme(scope: CountyScope, { year }: AdoptSchemeInput) {
  const id = uuid();
  const made = await scope.tx.$executeRaw`
    INSERT INTO assessment_scheme (county_id, id, year, name, definition)
    VALUES (${scope.countyId}::uuid, ${id}::uuid, ${year}, ${defaultScheme.name}, ${JSON.stringify(defaultScheme)}::jsonb)
    ON CONFLICT (county_id, year) DO NOTHING`;
  if (made !== 1) throw new AppError("CONFLICT", `${year} 年已经有考核方案，不用再采用默认方案。`);
  await scope.audit({
    action: "assessments.adoptDefaultScheme",
    recordType: "assessment_scheme",
    recordId: id,
    summary: `采用默认方案作为 ${year} 年考核方案`,
    detail: difference(null, { year, name: defaultScheme.name }),
  });
  return { id };
}
