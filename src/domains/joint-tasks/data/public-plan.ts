import "server-only";
import { countyNamed } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import type { Paper } from "@/lib/papers";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { committeeLabels } from "../labels";
import { publicPlanPaper } from "../papers/public-plan";
import { isPublic, planText, publicPlanOf } from "../rules/public-plan";
import type { YearInput } from "../schema";
import { partsWhere, tasksWhere } from "./rows";

const { sql } = Prisma;

async function planOf(scope: CountyScope, input: YearInput) {
  const year = input.year ?? yearOf(dayOf(scope.now));
  const { name: county } = await countyNamed(scope);
  const all = await tasksWhere(scope, sql`t.year = ${year}::int AND t.state <> 'recalled'`);
  const parts = await partsWhere(scope, sql`p.year = ${year}::int`);
  const tasks = all
    .filter(({ kind }) => isPublic(kind))
    .map(({ id, title, kind, lawName, basis, committee, windowFrom, windowUntil }) => ({
      ...{ title, kind, lawName, basis, committee, windowFrom, windowUntil },
      townships: parts.filter(({ taskId }) => taskId === id).length,
    }));
  const drafts = all.filter(({ kind, state }) => isPublic(kind) && state === "draft").length;
  return {
    year,
    county,
    drafts,
    left: all.length - tasks.length,
    plan: publicPlanOf({ county, year, tasks }, committeeLabels),
  };
}

/** The year's plan as it may be published: no persons, no unannounced visits, nothing of the inspected. */
export async function publicPlan(scope: CountyScope, input: YearInput) {
  const { year, plan, drafts, left } = await planOf(scope, input);
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT t.year FROM joint_task t WHERE t.county_id = ${scope.countyId}::uuid AND t.voided_at IS NULL`;
  const items = plan.sections.reduce((sum, section) => sum + section.items.length, 0);
  return { year, years: known.map((row) => row.year), items, drafts, left, text: planText(plan) };
}

export async function exportPlan(scope: CountyScope, input: YearInput): Promise<Paper> {
  const { year, county, plan } = await planOf(scope, input);
  return publicPlanPaper({ office: `${county}人大常委会`, year, plan, today: dayOf(scope.now) });
}
