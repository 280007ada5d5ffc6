import { recordKinds } from "@/domains/record-kinds";
import type { Field } from "@/lib/records/fields";
import type { AnyKind } from "@/lib/records/kind";
import { callerAs } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const reason = "测试";

/** A value that a field takes, with the ids of the place: what a form of the kind would send. */
function valueOf(field: Field, at: Place, words: string): unknown {
  const byKind: Record<Field["kind"], unknown> = {
    text: words.slice(0, field.max),
    name: words.slice(0, field.max),
    note: words.slice(0, field.max),
    phone: "0580-123456",
    day: "2026-03-05",
    count: Math.max(field.min, Math.min(field.max, 2026)),
    money: 100.5,
    choice: Object.keys(field.choices ?? {})[0],
    yesNo: true,
    person: at.records["deputy"],
    people: [at.records["deputy"]],
    unit: at.records["handlingUnit"],
    units: [at.records["handlingUnit"]],
  };
  return byKind[field.kind];
}

export const factsFor = (kind: AnyKind, at: Place, words: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(kind.fields).map(([key, field]) => [key, valueOf(field, at, words)]));

type Api = { create: (input: object) => Promise<{ id: string }> };

/** One record of every kind, with the place's canary in its texts. */
export const seed: Seed = async (at) => {
  const caller = callerAs("townshipChair", at.county, at.township) as unknown as Record<string, Api>;
  const made: Record<string, string> = {};
  for (const kind of recordKinds) {
    const record = await caller[kind.router]?.create(change(at, factsFor(kind, at, at.canary)));
    made[kind.type] = record?.id ?? "";
  }
  return made;
};

/** A year and names of its own, so that no rule of a kind takes it for the seeded record. */
const another = (kind: AnyKind, at: Place): Record<string, unknown> => ({
  ...factsFor(kind, at, "另一件"),
  ...("year" in kind.fields ? { year: 2025 } : {}),
});

const casesOf = (kind: AnyKind): IsolationCases => ({
  [`${kind.router}.list`]: { input: (at) => read(at) },
  [`${kind.router}.exportRows`]: { input: (at) => read(at) },
  [`${kind.router}.byId`]: { input: (at) => read(at, { id: at.records[kind.type] }) },
  [`${kind.router}.create`]: { input: (at) => change(at, another(kind, at)) },
  [`${kind.router}.edit`]: {
    input: (at) => change(at, { id: at.records[kind.type], version: 1, ...another(kind, at) }),
  },
  [`${kind.router}.void`]: { input: (at) => change(at, { id: at.records[kind.type], version: 1, reason }) },
});

/** The kit's procedures of every kind in the registry. */
export const cases: IsolationCases = Object.assign({}, ...recordKinds.map(casesOf)) as IsolationCases;
