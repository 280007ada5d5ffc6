import type { Day } from "@/lib/dates";
import type { Role } from "@/lib/roles";
import type { Field, Fields } from "./fields";
import type { Group } from "./groups";

/** Something that waits for somebody, in words: what is to be done, and what its button says. */
export type DueWords = {
  readonly what: string;
  readonly act: string;
  /** where it is dealt with as long as there is no record of it, below the township's address */
  readonly page?: { readonly read: string; readonly write: string };
};

/** How a record's history calls its fields and their codes, where the history's own words do not fit. */
export type Words = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** what a list of lines is called, by the action that replaces it as a whole */
  readonly lists?: Readonly<Record<string, string>>;
};

/**
 * Which sort of planned work a record of the kind fulfils once its day has come. The codes are those of the year's plan
 * (domains/plans/labels).
 */
export type Planned = {
  /** one for all of them, or one for each code of their `kind`; what is left out fulfils none */
  readonly work: string | Readonly<Record<string, string>>;
  /** the `state` of a record that takes place on no day */
  readonly calledOff?: string;
};

/** What anybody may know of a kind of record without its fields: the registry is a list of these. */
export type Face<Type extends string = string> = {
  /** as audit rows and attachments name it: "presidiumMeeting" */
  readonly type: Type;
  /** 主席团会议 */
  readonly name: string;
  /** what one of them is counted in: 件, 次, 人 */
  readonly unit: string;
  /** below a township's address: "presidium", "suggestions/units"; null for records without a page of their own */
  readonly path: string | null;
  /** it has no page, yet files may be put to it: domains/file-doors says when */
  readonly filed?: true;
  /** it is a word on a year, not a record of it: said after the year was frozen it changes nothing that was frozen */
  readonly beside?: true;
  /** the entry of the menu its list is reached from, where that is not told by the address */
  readonly under?: Group;
  /** whose rows they are */
  readonly table: string;
  /** lines that say from when until when something of it holds, by the column that names the record */
  readonly terms?: { readonly table: string; readonly by: string };
  /** what of it may wait for somebody, by the codes that its `due` and `countyDue` uses give */
  readonly due?: Readonly<Record<string, DueWords>>;
  /** the list of what is overdue among them, below the township's address */
  readonly overdue?: string;
  /** a deputy's part in it: what the parts are called together, and each by the code its `participation` gives */
  readonly duty?: {
    readonly title: string;
    readonly roles: Readonly<Record<string, string>>;
    /** the roles that say the deputy was there on the record's day: nobody has one of these who was away then */
    readonly there?: readonly string[];
  };
  readonly words?: Words;
  readonly planned?: Planned;
  /** its own day is one for which something is meant to be done: whoever enters it afterwards enters nothing late */
  readonly ahead?: true;
  /** which other records it stands on beside those its fields name, by the key of its column: none of them is struck out beneath it */
  readonly hangsOn?: Readonly<Record<string, string>>;
};

/** Something done with a record after it was entered; it has a day, and is asked for in a dialog on the record's page. */
export type RecordStep<Key extends string = string> = {
  /** 审议 */
  readonly name: string;
  /** what its button says: 登记审议意见 */
  readonly act: string;
  /** its day, `maybe(pastDay(…))`; beside `opinion_on` the table has `opinion_entered_on`, the day it was written down */
  readonly day: Key;
  /** what else must be said with it */
  readonly asks?: readonly Key[];
  /** the step it follows; without one it follows the record's own day */
  readonly after?: string;
  /** taken of few records: it is offered last, and stands in the bar once it was taken */
  readonly aside?: true;
  /** once that step is taken this one is asked for no more */
  readonly until?: string;
  readonly hint?: string;
};
type Steps<Key extends string = string> = Readonly<Record<string, RecordStep<Key>>>;
/** The names behind a record's ids, by the keys of its fields. */
export type Names = Readonly<Record<string, string | null>>;

type FactOf<Of> = Of extends Field<infer Value> ? Value : never;

/** What a form sends, a row stores and a history compares. */
export type FactsOfFields<Of extends Fields> = { [Key in keyof Of]: FactOf<Of[Key]> };

/** A kind of record that is said once; what the kit makes of it is told in docs/adr/0010. */
export type RecordKind<
  Type extends string = string,
  Of extends Fields = Fields,
  Router extends string = string,
  Rights extends string = string,
> = Face<Type> & {
  readonly path: string;
  /** its key in the API */
  readonly router: Router;
  /** reading and changing need `<rights>:read` and `<rights>:write` */
  readonly rights: Rights;
  /** who may read them, where that is not everybody of the township and its county */
  readonly readers?: readonly Role[] | undefined;
  readonly fields: Of;
  /** what is done with one later, by code and in this order; their fields are fields like all others */
  readonly steps?: Steps | undefined;
  /** it says who or what there is, not what was done, and is no matter for 记一笔 */
  readonly register?: true;
  /** choices above the list that no single field holds; `list.where` of the kind's reads says what each stands for */
  readonly filters?: Fields;
  /** names one of them in a sentence: 主席团例会「…」; whom a title names is told by the second argument alone */
  readonly titleOf: (facts: FactsOfFields<Of>, names?: Names) => string;
  /** The record's own day: by it years are told, lateness is judged, and calendars place it. */
  readonly dayOf: (facts: FactsOfFields<Of>, today: Day) => Day;
};

export type FactsOf<Kind> = Kind extends RecordKind<string, infer Of> ? FactsOfFields<Of> : never;

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The column of a field. */
export const columnOf = (key: string): string => snake(key);

type Said<
  Type extends string,
  Of extends Fields,
  Router extends string,
  Rights extends string,
  Taken extends Steps<keyof Of & string> | undefined,
> = Pick<Face, "under" | "due" | "overdue" | "duty" | "words" | "planned" | "ahead" | "hangsOn"> & {
  type: Type;
  name: string;
  unit: string;
  router: Router;
  /** the router's name, unless it lies below another list */
  path?: string;
  /** the router's name, unless whoever may change another kind may change this one */
  rights?: Rights;
  readers?: readonly Role[];
  /** the type in small letters, unless an older table is called otherwise */
  table?: string;
  fields: Of;
  register?: true;
  steps?: Taken;
  filters?: Fields;
  /** what a list of lines is called in the history, by the action that replaces it as a whole */
  lists?: Words["lists"];
  titleOf: (facts: FactsOfFields<Of>, names?: Names) => string;
} & (Of extends { occurredOn: Field<Day> }
    ? { dayOf?: never }
    : { dayOf: (facts: FactsOfFields<Of>, today: Day) => Day });

export function recordKind<
  const Type extends string,
  const Of extends Fields,
  const Router extends string,
  const Rights extends string = Router,
  const Taken extends Steps<keyof Of & string> | undefined = undefined,
>(
  said: Said<Type, Of, Router, Rights, Taken>,
): RecordKind<Type, Of, Router, Rights> & { readonly steps: Taken } {
  const own = (facts: FactsOfFields<Of>): Day => (facts as { occurredOn?: Day }).occurredOn ?? "";
  const { rights = said.router as unknown as Rights, path = said.router, table = snake(said.type) } = said;
  const entries = Object.entries(said.fields as Fields);
  const named = [...entries, ...Object.entries(said.filters ?? {})];
  const words = {
    ...said.words,
    fields: { ...Object.fromEntries(named.map(([key, { label }]) => [key, label])), ...said.words?.fields },
    codes: {
      ...Object.fromEntries(named.flatMap(([key, { choices }]) => (choices ? [[key, choices]] : []))),
      ...said.words?.codes,
    },
    ...(said.lists === undefined ? {} : { lists: said.lists }),
  };
  const parts = entries.filter(([, { kind }]) => kind === "person" || kind === "people");
  const duty = { title: said.name, roles: Object.fromEntries(parts.map(([key, { label }]) => [key, label])) };
  return {
    dayOf: own,
    ...(parts.length === 0 ? {} : { duty }),
    ...said,
    words,
    rights,
    path,
    table,
    steps: said.steps as Taken,
  };
}

/** A kind of which nothing but what all have in common is known. */
export type AnyKind = Omit<RecordKind, "titleOf" | "dayOf"> & {
  readonly titleOf: (facts: never, names?: Names) => string;
  readonly dayOf: (facts: never, today: Day) => Day;
};

/** A fact of a record whose kind is only known while the program runs. */
export type Facts = Readonly<Record<string, unknown>>;

/** The title of a record whose facts were read by its own kind's fields. */
export const titleIn = (kind: AnyKind, facts: Facts, names: Names): string =>
  kind.titleOf(facts as never, names);

/** Whether its titles name somebody, or another record. */
export const isNaming = ({ titleOf }: Pick<AnyKind, "titleOf">): boolean => titleOf.length > 1;
