import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayOf, daysBetween } from "@/lib/dates";
import { pick } from "@/lib/pick";
import type { TownshipReader } from "@/server/db/scope";
import { preparedText, preparationsFor, type SentDay, sentTopics } from "../rules/preparation";
import { aheadRules } from "../rules/procedure";

type Task = {
  id: string;
  version: number;
  topic: string;
  dueOn: Day;
  doneOn: Day | null;
  owner: string | null;
};
type Row = Task & { sessionOn: Day; listedOn: Day };

const rowsFrom = (scope: TownshipReader, from: Day) => scope.tx.$queryRaw<Row[]>`
  SELECT id, version, topic, session_on::text AS "sessionOn", occurred_on::text AS "listedOn", due_on::text AS "dueOn", done_on::text AS "doneOn", owner
  FROM session_task WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL
    AND session_on >= ${from}::date ORDER BY session_on, due_on, id`;

/** The tasks of a session on that day whose day is one of its own. */
export async function sentTasks(scope: TownshipReader, sessionOn: Day) {
  const rows = (await rowsFrom(scope, sessionOn)).filter((row) => row.sessionOn === sessionOn);
  return (Object.keys(sentTopics) as SentDay[]).flatMap((key) => {
    const task = rows.find(({ topic }) => topic === sentTopics[key]);
    return task === undefined ? [] : [{ ...task, key }];
  });
}

/** The session held on that day, with the days that its preparation tells. */
export async function sessionOf(scope: TownshipReader, on: Day) {
  const [row] = await scope.tx.$queryRaw<
    {
      id: string;
      version: number;
      startsOn: Day;
      endsOn: Day | null;
      noticeSentOn: Day | null;
      documentsSentOn: Day | null;
    }[]
  >`
    SELECT id, version, starts_on::text AS "startsOn", ends_on::text AS "endsOn", notice_sent_on::text AS "noticeSentOn",
      documents_sent_on::text AS "documentsSentOn"
    FROM session WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL
      AND starts_on = ${on}::date ORDER BY id LIMIT 1`;
  return row ?? null;
}

export type Checklist = { sessionOn: Day; text: string; tasks: (Task & { late: boolean })[] };

/** The checklists of sessions to come, the nearest first [R13][R20]. */
export async function checklists(scope: TownshipReader): Promise<Checklist[]> {
  const today = dayOf(scope.now);
  const rows = await rowsFrom(scope, today);
  return [...new Set(rows.map(({ sessionOn }) => sessionOn))].map((sessionOn) => {
    const tasks = rows
      .filter((row) => row.sessionOn === sessionOn)
      .map((row) => ({
        ...pick(row, "id", "version", "topic", "dueOn", "doneOn", "owner"),
        late: row.doneOn === null && row.dueOn < today,
      }));
    const text = preparedText(tasks, sessionOn, today, daysBetween(today, sessionOn));
    return { sessionOn, text, tasks };
  });
}

/** What the checklist of a session on that day does not hold yet. */
export async function missingFor(scope: TownshipReader, sessionOn: Day) {
  const there = (await rowsFrom(scope, sessionOn)).filter((row) => row.sessionOn === sessionOn);
  const topics = new Set(there.map(({ topic }) => topic));
  const ahead = aheadRules(await lawChoiceOf(scope), sessionOn);
  return preparationsFor(sessionOn, ahead).filter(({ topic }) => !topics.has(topic));
}
