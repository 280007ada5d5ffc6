import "server-only";
import { receptionUses } from "@/domains/contact/uses";
import { presidiumMeetingUses } from "@/domains/presidium/uses";
import { titled } from "@/domains/registry";
import { sessionUses } from "@/domains/sessions/uses";
import { townshipsOf } from "@/domains/tenancy/data";
import { workingCalendarOf } from "@/domains/workdays/data";
import { isDayOff } from "@/domains/workdays/rules";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { own as living, together } from "@/server/records/uses";
import type { TaskKind } from "../labels";
import type { Blocked, Facts, Visit } from "../rules/facts";
import { limitsOf, marksOf } from "./set-up";

const { sql } = Prisma;

/** Nobody is told of an unannounced visit through the company it keeps, and ballots are no visit. */
const alone: ReadonlySet<TaskKind> = new Set<TaskKind>(["unannouncedVisit", "rating"]);

type Row = Omit<Visit, "window" | "members" | "movable" | "droppable" | "mergeKey"> & {
  kind: TaskKind;
  windowFrom: Day;
  windowUntil: Day;
  members: { id: string | null; name: string }[];
  draft: boolean;
};

const visitOf = ({ kind, windowFrom, windowUntil, members, draft, ...row }: Row): Visit => ({
  ...row,
  window: { from: windowFrom, until: windowUntil },
  members: members.map(({ id, name }) => id ?? name),
  movable: draft,
  droppable: draft,
  mergeKey: alone.has(kind) ? null : "visit",
});

/** Two parts that are one visit are told once: by the one the other was joined to. */
const visitsOf = (scope: CountyScope, year: number) => scope.tx.$queryRaw<Row[]>`
  SELECT p.id, t.id AS "taskId", t.title AS task, p.township_id AS township, p.visit_from::text AS "from", p.visit_until::text AS until,
    p.units, t.kind, t.committee, t.window_from::text AS "windowFrom", t.window_until::text AS "windowUntil", t.members,
    t.state = 'draft' AS draft
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE ${living({ countyId: scope.countyId, townshipId: null }, sql`p`)} AND t.voided_at IS NULL AND t.state <> 'recalled' AND t.kind <> 'rating'
    AND p.year = ${year}::int AND p.together_with_id IS NULL
  ORDER BY p.visit_from, p.id`;

const keyDays = { session: "session", presidiumMeeting: "presidium", reception: "receptionDay" } as const;
type KeyDay = {
  type: keyof typeof keyDays;
  township: string;
  title: string | null;
  facts: unknown;
  from: Day;
  until: Day;
};

/** Days on which a township has its own work, as its calendar has them: sessions, presidium meetings, days it receives voters. */
async function keyDaysOf(scope: CountyScope, year: number): Promise<Blocked[]> {
  const whose = { countyId: scope.countyId, townshipId: null };
  const branches = [sessionUses, presidiumMeetingUses, receptionUses].flatMap(
    ({ calendar }) => calendar?.(whose, `${year}-01-01`, `${year}-12-31`) ?? [],
  );
  const rows = await scope.tx.$queryRaw<KeyDay[]>`
    SELECT k.type, k.township_id AS township, k.title, k.facts, k.from_on::text AS "from", k.to_on::text AS until
    FROM ${together("calendar", branches)} k`;
  return rows.map((row) => {
    const { type, township, title, from, until } = titled(row);
    return { township, kind: keyDays[type], name: title, from, until };
  });
}

/** What the conflict check of a year's plan takes, in a handful of statements however many townships there are. */
export async function factsOf(scope: CountyScope, year: number): Promise<Facts> {
  const rows = await visitsOf(scope, year);
  const own = await keyDaysOf(scope, year);
  const marks = await marksOf(scope, year);
  const { version: _, ...limits } = await limitsOf(scope);
  const calendar = await workingCalendarOf(scope);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const marked = marks.flatMap(({ name, from, until, townships: only }) =>
    (only.length === 0 ? [null] : only).map((township): Blocked => ({
      township,
      kind: "marked",
      name,
      from,
      until,
    })),
  );
  return {
    townships: townships.map(({ id, name }) => ({ id, name })),
    visits: rows.map(visitOf),
    blocked: [...own, ...marked],
    limits,
    isWorkday: (day) => !isDayOff(calendar, day),
    today: dayOf(scope.now),
  };
}
