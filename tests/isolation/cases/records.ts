import { recordKinds } from "@/domains/record-kinds";
import { importColumns, isImported } from "@/lib/records/importing";
import type { AnyKind } from "@/lib/records/kind";
import { factsFor, stepFor } from "../../support/records";
import { callerAs } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const reason = "测试";

type Api = { create: (input: object) => Promise<{ id: string }> };

/** Kinds that are entered of other records, with lines of their own: their slice's seed made one. */
const madeApart = ["projectBallot", "projectRating", "appraisal", "appraisalOutcome"];

/** One record of every other kind, with the place's canary in its texts. */
export const seed: Seed = async (at) => {
  const caller = callerAs("townshipChair", at.county, at.township) as unknown as Record<string, Api>;
  const made: Record<string, string> = {};
  for (const kind of recordKinds.filter(({ type }) => !madeApart.includes(type))) {
    const record = await caller[kind.router]?.create(
      change(at, factsFor(kind, { ...at.records, ...made }, at.canary)),
    );
    made[kind.type] = record?.id ?? "";
  }
  return made;
};

/** A year and names of its own, so that no rule of a kind takes it for the seeded record. */
const another = (kind: AnyKind, at: Place): Record<string, unknown> => ({
  ...factsFor(kind, at.records, "另一件"),
  ...("year" in kind.fields ? { year: 2025 } : {}),
});

/** The template's own example; who is named in it is left out. */
const aRow = (kind: AnyKind) => ({
  line: 2,
  cells: Object.fromEntries(
    importColumns(kind).map(({ key, example }) => [key, example.replace("示例：", "")]),
  ),
});

export const casesOf = (kind: AnyKind): IsolationCases => ({
  [`${kind.router}.list`]: { input: (at) => read(at) },
  [`${kind.router}.alike`]: { input: (at) => read(at, { day: "2026-03-05", topic: at.canary }) },
  [`${kind.router}.exportRows`]: { input: (at) => read(at) },
  [`${kind.router}.byId`]: { input: (at) => read(at, { id: at.records[kind.type] }) },
  [`${kind.router}.create`]: { input: (at) => change(at, another(kind, at)) },
  [`${kind.router}.edit`]: {
    input: (at) => change(at, { id: at.records[kind.type], version: 1, ...another(kind, at) }),
  },
  [`${kind.router}.void`]: { input: (at) => change(at, { id: at.records[kind.type], version: 1, reason }) },
  ...(kind.steps === undefined
    ? {}
    : {
        [`${kind.router}.step`]: {
          input: (at: Place) =>
            change(at, { id: at.records[kind.type], version: 1, ...stepFor(kind, at.records, "已办") }),
        },
      }),
  ...(isImported(kind)
    ? { [`${kind.router}.importRows`]: { input: (at: Place) => change(at, { rows: [aRow(kind)] }) } }
    : {}),
});

/** The kit's procedures of every kind in the registry. */
export const cases: IsolationCases = Object.assign({}, ...recordKinds.map(casesOf)) as IsolationCases;
