import type { Caller } from "../../support/call";

/** A task of the county's that the township has been told of; dated ahead, so that it is late in no run. */
export async function commission(
  { jointTasks }: Caller,
  townshipId: string,
  today: string,
  key: () => { idempotencyKey: string },
) {
  const [windowFrom, last] = [today, `${today.slice(0, 4)}-12-31`];
  const { id } = await jointTasks.draft({
    ...{ ...key(), title: "养老机构安全调研", kind: "investigation", committee: "social" },
    ...{ windowFrom, windowUntil: last, resultDueOn: last, ask: "每个乡镇走访一家养老机构。" },
    checklist: "elderly",
    parts: [{ townshipId, from: last, until: last }],
  });
  await jointTasks.issue({ ...key(), id, version: 1, acceptWhy: "已与乡镇商定" });
  const { parts } = await jointTasks.task({ id });
  return { jointTask: id, jointPart: parts[0]?.id ?? "" };
}
