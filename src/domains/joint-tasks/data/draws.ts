import "server-only";
import { v7 as uuid } from "uuid";
import { unitsIn } from "@/domains/suggestions/data/unit-names";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import {
  type Announced,
  type DrawnPool,
  isDrawnFrom,
  listedUnits,
  mayDrawNow,
  type Pool,
  seedOfDraw,
} from "../rules/draw";
import type { AnnounceDrawInput, DrawsInput } from "../schema";
import { partsOfTask, taskById } from "./rows";

export type Draw = Announced & {
  id: string;
  pools: Pool[];
  per: number;
  source: string;
  reason: string | null;
  fixedOn: Day;
  fixedBy: string;
  text: string | null;
  seed: string | null;
  drawn: DrawnPool[] | null;
  drawnBy: string | null;
};

/** Everything that was ever announced or drawn of a task, the last first. */
export const drawsOf = ({ tx, countyId }: CountyScope, taskId: string) => tx.$queryRaw<Draw[]>`
  SELECT d.id, d.number, d.pools, d.per, d.source, d.opens_on::text AS "opensOn", d.reason, d.fixed_by_name AS "fixedBy",
    to_char(d.fixed_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "fixedOn", d.text, d.seed, d.drawn,
    to_char(d.drawn_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "drawnOn", d.drawn_by_name AS "drawnBy"
  FROM joint_draw d WHERE d.county_id = ${countyId}::uuid AND d.task_id = ${taskId}::uuid ORDER BY d.number DESC LIMIT 200`;

/** What a task's inspected units were drawn from, by what, and what came of it; each draw with what it takes to repeat it. */
export async function drawsOfTask(scope: CountyScope, { id }: DrawsInput) {
  const task = await taskById(scope, id);
  const parts = await partsOfTask(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, task.year);
  const draws = await drawsOf(scope, id);
  const today = dayOf(scope.now);
  const span = { fromYear: task.year, toYear: task.year, today };
  const registered = await unitsIn(scope.tx, { countyId: scope.countyId, townshipId: null, ...span }, []);
  const listedOf = (townshipId: string, units: readonly string[]) =>
    units.length > 0
      ? units
      : registered.flatMap((unit) => (unit.townshipId === townshipId ? [unit.name] : []));
  return {
    ...{ today, task: { id, title: task.title, year: task.year, kind: task.kind, state: task.state } },
    townships: townships.flatMap(({ id: townshipId, code, name }) =>
      parts
        .filter((part) => part.townshipId === townshipId)
        .map(({ units, activity }) => ({
          ...{ townshipId, code, name, begun: activity !== null },
          /** what the list begins with: the units the task names there, or all that the township has registered */
          listed: listedOf(townshipId, units),
        })),
    ),
    names: Object.fromEntries(townships.map(({ code, name }) => [code, name])),
    draws: draws.map((draw) => ({
      ...draw,
      // Worked out anew from what is printed: whoever reads the page sees that it is the seed that was kept.
      repeats: draw.text === null || seedOfDraw(id, listedUnits(draw.pools), draw.text) === draw.seed,
    })),
    may: { announce: isDrawnFrom(task), draw: mayDrawNow(task, draws[0] ?? null, today) },
  };
}

export async function keepAnnouncedDraw(
  { tx, countyId, now, actor }: CountyScope,
  { id: taskId, seen, source, opensOn, per, reason }: AnnounceDrawInput,
  pools: readonly Pool[],
): Promise<number> {
  const number = seen + 1;
  // Of two at once the unique key lets one through.
  const { count } = await tx.jointDraw.createMany({
    data: {
      ...{ countyId, id: uuid(), taskId, number, per, source, reason, opensOn: utcOf(opensOn) },
      ...{ pools: pools.map(({ township, units }) => ({ township, units: [...units] })) },
      ...{ fixedAt: now, fixedByName: actor.name },
    },
    skipDuplicates: true,
  });
  assertOneChanged(count);
  return number;
}

export async function keepDrawn(
  { tx, countyId, now, actor }: CountyScope,
  { id }: Draw,
  { text, seed, drawn }: { text: string; seed: string; drawn: DrawnPool[] },
): Promise<void> {
  const { count } = await tx.jointDraw.updateMany({
    where: { countyId, id, drawnAt: null },
    data: { text, seed, drawn, drawnAt: now, drawnByName: actor.name },
  });
  assertOneChanged(count);
}
