import type { Field } from "./fields";
import type { AnyKind } from "./kind";

/** A fact of a record as another system is told it. @property told how many instead of who, a name instead of an id */
export type HandedOn = {
  readonly key: string;
  /** the field's own key */
  readonly of: string;
  readonly field: Field;
  readonly told: "fact" | "name" | "number";
};

const kept: readonly Field["kind"][] = ["name", "note", "phone", "person"];

const bare = (key: string): string => key.replace(/Ids?$/, "");

function handedOn(key: string, field: Field): HandedOn[] {
  if (field.inside === true || field.formOnly === true || kept.includes(field.kind)) return [];
  if (field.kind === "people") return [{ key: `${bare(key)}Count`, of: key, field, told: "number" }];
  if (field.kind === "unit") return [{ key: bare(key), of: key, field, told: "name" }];
  if (field.kind === "units") return [{ key: `${bare(key)}s`, of: key, field, told: "name" }];
  return [{ key, of: key, field, told: "fact" }];
}

/** What of a kind's records leaves for other systems: no person, no telephone, no running text, nothing that may tell of one [PIPL]. */
export const handedOnOf = ({ fields }: Pick<AnyKind, "fields">): HandedOn[] =>
  Object.entries(fields).flatMap(([key, field]) => handedOn(key, field));
