import type { Field } from "./fields";
import type { AnyKind } from "./kind";

type Entry = [key: string, field: Field];

const chosen = (kind: AnyKind, shows: (field: Field) => boolean): Entry[] =>
  Object.entries(kind.fields).filter(([, field]) => shows(field));

export const columnsIn = (kind: AnyKind): Entry[] => chosen(kind, ({ list }) => list !== undefined);
export const filtersIn = (kind: AnyKind): Entry[] => [
  ...chosen(kind, ({ filter }) => filter === true),
  ...Object.entries(kind.filters ?? {}),
];
export const searchedIn = (kind: AnyKind): Entry[] => chosen(kind, ({ search }) => search === true);

/** The keys a list of the kind can be sorted by; the record's own day comes first. */
export const sortsOf = (kind: AnyKind, extra: readonly string[] = []): [string, ...string[]] => {
  const sortable = columnsIn(kind).filter(([key, { list }]) => list === "sortable" && key !== "occurredOn");
  return ["occurredOn", ...sortable.map(([key]) => key), ...extra];
};
