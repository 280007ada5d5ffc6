import "server-only";
import { receptionDays } from "@/domains/contact/data/days";
import { meetingDays } from "@/domains/presidium/data/days";
import { sessionDays } from "@/domains/sessions/data/days";
import { townshipsOf } from "@/domains/tenancy/data";
import { workingCalendarOf } from "@/domains/workdays/data";
import { isDayOff, type NamedCalendar } from "@/domains/workdays/rules";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { own as living } from "@/server/records/uses";
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

/** Parts that were joined share their township and their days, by which the check knows them for one visit. */
const visitsOf = (scope: CountyScope, year: number) => scope.tx.$queryRaw<Row[]>`
  SELECT p.id, t.id AS "taskId", t.title AS task, p.township_id AS township, p.visit_from::text AS "from", p.visit_until::text AS until,
    p.units, t.kind, t.committee, t.window_from::text AS "windowFrom", t.window_until::text AS "windowUntil", t.members,
    t.state = 'draft' AS draft
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE ${living({ countyId: scope.countyId, townshipId: null }, sql`p`)} AND t.voided_at IS NULL AND t.state <> 'recalled' AND t.kind <> 'rating'
    AND p.year = ${year}::int
  ORDER BY p.visit_from, p.id`;

/** The year's public holidays by name, each as the days it lasts. */
function holidaysOf({ names }: NamedCalendar, year: number): Blocked[] {
  const days = [...names].filter(([day]) => yearOf(day) === year).toSorted();
  return days.reduce<Blocked[]>((spans, [day, name]) => {
    const last = spans.at(-1);
    if (last?.name === name && addDays(last.until, 1) === day)
      return [...spans.slice(0, -1), { ...last, until: day }];
    return [...spans, { township: null, kind: "holiday", name, from: day, until: day }];
  }, []);
}

/** Days on which a township has its own work: sessions, presidium meetings, days it receives voters. */
function keyDaysOf({ tx, countyId }: CountyScope, year: number): Promise<Blocked[]> {
  const whose = { countyId, townshipId: null };
  const days = (kind: Blocked["kind"], name: string, of: Prisma.Sql) =>
    sql`SELECT k.township, ${kind} AS kind, ${name} AS name, k."from"::text AS "from", k.until::text AS until FROM (${of}) k`;
  return tx.$queryRaw<Blocked[]>`
    ${days("session", "人代会", sessionDays(whose, year))}
    UNION ALL ${days("presidium", "主席团会议", meetingDays(whose, year))}
    UNION ALL ${days("receptionDay", "代表接待日", receptionDays(whose, year))}`;
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
    blocked: [...own, ...holidaysOf(calendar, year), ...marked],
    limits,
    isWorkday: (day) => !isDayOff(calendar, day),
    today: dayOf(scope.now),
    names: Object.fromEntries(
      rows.flatMap(({ members }) => members.flatMap(({ id, name }) => (id === null ? [] : [[id, name]]))),
    ),
  };
}
