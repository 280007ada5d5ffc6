import "server-only";
import type { Day } from "@/lib/dates";
import { type LawChoice, ruleValues } from "@/domains/tenancy/rules/law";
import { Prisma } from "@/server/db/generated/client";
import type { DatedValue } from "@/server/db/turnout";

/** Whose records, of which years, as seen on which day. */
export type Period = {
  countyId: string;
  /** only this township's rows; null for the whole county */
  townshipId: string | null;
  fromYear: number;
  toYear: number;
  /** deadlines are judged at the end of this day, Asia/Shanghai */
  today: Day;
};

/** The county's rules by which rows are judged, each row by the value of its own day. */
type JudgingRules = {
  presentPercent: DatedValue[];
  perQuarter: DatedValue[];
};

export type JudgedPeriod = Period & { rules: JudgingRules };

export function judgedBy(choice: LawChoice, period: Period): JudgedPeriod {
  const years = [`${period.fromYear}-01-01`, `${period.toYear}-12-31`] as const;
  const rules = {
    presentPercent: ruleValues(choice, "session.presentPercent", ...years),
    perQuarter: ruleValues(choice, "presidium.perQuarter", ...years),
  };
  return { ...period, rules };
}

/** The tenant predicate beside row-level security, for statements with one tenant table in FROM. */
export function own(period: Period): Prisma.Sql {
  return period.townshipId === null
    ? Prisma.sql`county_id = ${period.countyId}::uuid`
    : Prisma.sql`county_id = ${period.countyId}::uuid AND township_id = ${period.townshipId}::uuid`;
}

export const firstDay = (period: Period) => Prisma.sql`${`${period.fromYear}-01-01`}::date`;
export const dayAfter = (period: Period) => Prisma.sql`${`${period.toYear + 1}-01-01`}::date`;
export const todayOf = (period: Period) => Prisma.sql`${period.today}::date`;

/** The day in China a row was entered. By the offset, which has not changed since 1991: a named zone is looked up for every row. */
export const entryDay = Prisma.sql`(entered_at AT TIME ZONE interval '8 hours')::date`;

/** The columns of every evidence query, in this order; `amount` is what the reason speaks of: days late, people on leave. */
export const evidenceColumns = Prisma.sql`year, metric, part, township_id, record_type, record_id, occurred_on, entered_on,
  numerator, denominator, reason, amount`;
