import { naturalOrder } from "@/lib/natural-order";
import { nameIndex, splitNames } from "@/lib/person-name";
import type { NamedOption } from "./pinyin-match";

export type PeopleGroup = { name: string; ids: string[] };

/** The groups that those offered belong to, each with its members among them. */
export function groupsOf(options: readonly NamedOption[]): PeopleGroup[] {
  const members = new Map<string, string[]>();
  for (const { id, groups = [] } of options) {
    for (const name of groups) members.set(name, [...(members.get(name) ?? []), id]);
  }
  return [...members]
    .map(([name, ids]) => ({ name, ids }))
    .toSorted((one, other) => naturalOrder(one.name, other.name));
}

export const isWhole = (group: PeopleGroup, chosen: readonly string[]): boolean =>
  group.ids.every((id) => chosen.includes(id));

/** Adds whoever of the group is not chosen yet; a group that is chosen whole is taken out again. */
export function withGroup(group: PeopleGroup, chosen: readonly string[]): string[] {
  if (isWhole(group, chosen)) return chosen.filter((id) => !group.ids.includes(id));
  return [...new Set([...chosen, ...group.ids])];
}

/** People chosen by a list of names, and who was not: unknown, or more than one of that name. Null for a single name. */
export function fromList(
  options: readonly NamedOption[],
  text: string,
): { ids: string[]; missed: string[] } | null {
  const index = nameIndex(options);
  const names = splitNames(text, index.has);
  if (names.length < 2) return null;
  const found = names.map((name) => ({ name, people: index.of(name) }));
  return {
    ids: found.flatMap(({ people }) => (people.length === 1 ? people.map(({ id }) => id) : [])),
    missed: found
      .filter(({ people }) => people.length !== 1)
      .map(({ name, people }) =>
        people.length === 0 ? `${name}（没有这个名字）` : `${name}（有${people.length}位）`,
      ),
  };
}
