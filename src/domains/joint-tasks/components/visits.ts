import type { tasksOfYear } from "../data/county";
import type { Conflict } from "../rules/facts";

export type JointYearData = Awaited<ReturnType<typeof tasksOfYear>>;
type Task = JointYearData["tasks"][number];

/** A visit as the boards show it: one township's part with its task and what speaks against it. */
export type Visit = Task["parts"][number] & {
  task: Pick<Task, "id" | "title" | "kind" | "committee" | "state">;
  townshipName: string;
  conflicts: string[];
};

export function visitsOf({ tasks, townships }: JointYearData, conflicts: readonly Conflict[]): Visit[] {
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  const sentences = new Map<string, string[]>();
  for (const { visit, other, sentence } of conflicts)
    for (const id of other === null ? [visit] : [visit, other])
      sentences.set(id, [...(sentences.get(id) ?? []), sentence]);
  return tasks.flatMap(({ parts, ...task }) =>
    parts.map((part) => ({
      ...part,
      ...{ task, townshipName: names.get(part.townshipId) ?? "", conflicts: sentences.get(part.id) ?? [] },
    })),
  );
}
