import type { Day } from "@/lib/dates";
import type { Task } from "../data/rows";

/** A township's part as far as a draft says it. */
export type Place = { townshipId: string; visitFrom: Day; visitUntil: Day; units: readonly string[] };

export const placeOf = ({ townshipId, visitFrom, visitUntil, units }: Place) => ({
  ...{ townshipId, from: visitFrom, until: visitUntil, units: [...units] },
});

/** A draft with one township's units as they were typed. */
export const withUnits = (
  task: Task,
  parts: readonly (Place & { id: string })[],
  said: { id: string; units: string | null },
) => {
  const { id, version, title, kind, lawName, basis, committee, ask, members, planItem } = task;
  const units = (said.units ?? "").split("\n").flatMap((line) => line.trim() || []);
  return {
    ...{ id, version, title, kind, lawName, basis, committee, ask, members, planItem, checklist: null },
    ...{ windowFrom: task.windowFrom, windowUntil: task.windowUntil, resultDueOn: task.resultDueOn },
    parts: parts.map((part) => placeOf(part.id === said.id ? { ...part, units } : part)),
  };
};

type Member = { id: string | null; name: string; role: string | null };

/** One person a line, what they are behind a space. */
export const linesOfMembers = (members: readonly Member[]): string =>
  members.map(({ name, role }) => (role === null ? name : `${name} ${role}`)).join("\n");

/** Read back; whoever has an account in the county is known by it, so that being in two places is noticed. */
export const membersOfLines = (text: string, staff: readonly { id: string; name: string }[]): Member[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", ...rest] = line.split(/\s+/);
      const id = staff.find((one) => one.name === name)?.id ?? null;
      return { id, name, role: rest.length === 0 ? null : rest.join(" ") };
    });
