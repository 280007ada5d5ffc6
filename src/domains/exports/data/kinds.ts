import "server-only";
import { z } from "zod";
import { exportedRecords } from "@/domains/records/data/exported";
import { handedOnOf, type HandedOn } from "@/lib/records/handed-on";
import { dayCell, type Endpoint, endpoint } from "./endpoint";
import { exportedKinds } from "../rules/scopes";
import { common, inPages, pageOf, query } from "./records";

const typeOf = ({ field, told }: HandedOn): z.ZodType => {
  if (told === "number") return z.int();
  if (told === "name") return z.string();
  const { kind, choices = {} } = field;
  if (kind === "day") return dayCell;
  if (kind === "count") return z.int();
  if (kind === "money") return z.number();
  if (kind === "yesNo") return z.boolean();
  if (kind === "choice") return z.enum(Object.keys(choices));
  return kind === "record" ? z.uuid() : z.string();
};

/** What a cell is, in Chinese: the field's own words, and what its codes stand for. */
function describedAs({ field, told }: HandedOn): string {
  const { label, kind, unit, choices } = field;
  if (told === "number") return `${label}，几人`;
  if (kind === "record") return `${label}的编号`;
  if (kind === "choice" && choices !== undefined)
    return `${label}：${Object.entries(choices)
      .map(([code, word]) => `${code} ${word}`)
      .join("，")}`;
  return unit === undefined ? label : `${label}，${unit}`;
}

const cellOf = (one: HandedOn): z.ZodType => {
  const type = typeOf(one);
  const may = one.told === "number" || (one.field.required && one.told === "fact");
  return (may ? type : type.nullable()).meta({ description: describedAs(one) });
};

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** An address for every kind of record that is said once, made of its definition: whoever adds a kind adds it here too. */
export const kindEndpoints: readonly Endpoint[] = exportedKinds.map(({ kind, scope }) => {
  const cells = Object.fromEntries(handedOnOf(kind).map((one) => [one.key, cellOf(one)]));
  const rows = exportedRecords(kind);
  return endpoint({
    name: `list${capital(kind.router)}`,
    path: `/records/${kind.router}`,
    scope,
    summary: `台账：${kind.name}`,
    description: `各乡镇登记的${kind.name}；没有人名、电话和长篇文字，涉及多人的只给人数。${inPages}`,
    query,
    row: z.object({ ...common, ...cells }).meta({ id: `Record${capital(kind.type)}` }),
    read: (asker, asked) => pageOf(asker, asked, rows),
  });
});
