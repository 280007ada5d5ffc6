import { faceOf } from "@/domains/registry";
import { type Group, groupOf, groups } from "@/lib/records/groups";

const groupOfType = (type: string): Group | null => {
  const face = faceOf(type);
  return face === null ? null : groupOf(face);
};

/** Kinds under the entries of the menu where they are entered, in the menu's order. */
export const grouped = <Kind extends { type: string }>(kinds: readonly Kind[]) =>
  Object.entries(groups).flatMap(([key, group]) => {
    const own = kinds.filter(({ type }) => groupOfType(type)?.path === group.path);
    return own.length === 0 ? [] : [{ key, name: group.name, kinds: own }];
  });
