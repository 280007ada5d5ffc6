import { naturalOrder } from "@/lib/natural-order";
import { leaveInText } from "@/lib/leave";
import { nameIndex, splitNames } from "@/lib/person-name";
import type { NamedOption } from "./pinyin-match";

/** @property away who belongs to it and cannot be chosen, with why */
export type PeopleGroup = { name: string; ids: string[]; away: string[] };

/** Why somebody cannot be chosen now, null for everybody else: gone, or on leave where it is asked who was there. */
export function closedTo({ gone, leave }: NamedOption, there: boolean): string | null {
  if (gone !== undefined) return gone;
  return there && leave ? leaveInText(leave) : null;
}

/** The groups that those offered belong to, each with those of its members who can be chosen. */
export function groupsOf(options: readonly NamedOption[], there = false): PeopleGroup[] {
  const groups = new Map<string, PeopleGroup>();
  for (const option of options) {
    const why = closedTo(option, there);
    for (const name of option.groups ?? []) {
      const group = groups.get(name) ?? { name, ids: [], away: [] };
      groups.set(name, group);
      if (why === null) group.ids.push(option.id);
      else group.away.push(`${option.name}（${why}）`);
    }
  }
  return [...groups.values()]
    .filter(({ ids }) => ids.length > 0)
    .toSorted((one, other) => naturalOrder(one.name, other.name));
}

export const isWhole = (group: PeopleGroup, chosen: readonly string[]): boolean =>
  group.ids.every((id) => chosen.includes(id));

/** Adds whoever of the group is not chosen yet; a group that is chosen whole is taken out again. */
export function withGroup(group: PeopleGroup, chosen: readonly string[]): string[] {
  if (isWhole(group, chosen)) return chosen.filter((id) => !group.ids.includes(id));
  return [...new Set([...chosen, ...group.ids])];
}

/**
 * People chosen by a list of names, and who was not: unknown, more than one of that name, or somebody who cannot be chosen.
 * Null for a single name.
 */
export function fromList(
  options: readonly NamedOption[],
  text: string,
  there = false,
): { ids: string[]; missed: string[]; away: string[] } | null {
  const index = nameIndex(options.filter(({ gone }) => gone === undefined));
  const names = splitNames(text, index.has);
  if (names.length < 2) return null;
  const found = names.map((name) => ({ name, people: index.of(name) }));
  const one = found.flatMap(({ people }) => (people.length === 1 ? people : []));
  return {
    ids: one.filter((person) => closedTo(person, there) === null).map(({ id }) => id),
    away: one.flatMap((person) => {
      const why = closedTo(person, there);
      return why === null ? [] : [`${person.name}（${why}）`];
    }),
    missed: found
      .filter(({ people }) => people.length !== 1)
      .map(({ name, people }) =>
        people.length === 0 ? `${name}（没有这个名字）` : `${name}（有${people.length}位）`,
      ),
  };
}
