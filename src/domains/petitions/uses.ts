import "server-only";
import { recordUses } from "@/domains/records/uses";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { ruleByDay } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { own } from "@/server/records/uses";
import { figuresOfYear } from "./data/figures";
import { petitionReads } from "./data/reads";
import { type PetitionsOfYear, petitionsOfYear } from "./rules/figures";

const { sql } = Prisma;
const p = sql`p`;
const c = sql`c`;

/** The database gives none of these rows to whoever may not see petitions; the county, who sees what it handed over, is owed nothing here. */
export const petitionUses = recordUses(petitionReads, {
  book: "visits",
  standing: {
    figures: (whose, { year }) => figuresOfYear(whose, year),
    say: (figures: PetitionsOfYear | null, { year }) => petitionsOfYear(figures, year),
  },
  due: async (whose) => sql`
    SELECT 'petitionForward' AS kind, 'petition' AS type, p.id, p.topic AS title, NULL AS facts, NULL AS unit, NULL AS note,
      p.occurred_on + q.value AS due_on
    FROM petition p JOIN ${await ruleByDay(whose, "petition.forwardDays", sql`p.occurred_on`)}
    WHERE ${own(whose, p)} AND p.assigned_on IS NULL
    UNION ALL
    SELECT 'petitionFinish', 'petition', p.id, p.topic, NULL, h.name, NULL, p.assigned_on + q.value + CASE WHEN p.extended_on IS NULL THEN 0 ELSE e.value END
    FROM petition p JOIN ${await ruleByDay(whose, "petition.finishDays", sql`p.assigned_on`)}
      LEFT JOIN ${unitOf(p)}
      CROSS JOIN LATERAL (SELECT q.value FROM petition x JOIN ${await ruleByDay(whose, "petition.extendDays", sql`x.assigned_on`)}
        WHERE ${own(whose, sql`x`)} AND x.id = p.id) e
    WHERE ${own(whose, p)} AND p.assigned_on IS NOT NULL AND p.finished_on IS NULL
    UNION ALL
    SELECT 'handedPetition', 'petition', p.id, c.topic, NULL, NULL, CASE WHEN p.id IS NULL THEN '还没有接收' ELSE '已接收' END, c.due_on
    FROM county_petition c LEFT JOIN petition p ON p.county_id = c.county_id AND p.township_id = c.township_id AND p.handed_id = c.id
      AND p.voided_at IS NULL
    WHERE ${own(whose, c)} AND p.reported_on IS NULL AND current_setting('app.confidential', true) = 'on'`,
});
