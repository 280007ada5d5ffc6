import "server-only";
import { maskedPhone } from "@/lib/phone";
import type { Day } from "@/lib/dates";
import { nameKey } from "@/lib/person-name";
import type { RowAnswer, RowChoice, RowQuestion } from "@/lib/sheets";
import type { KnownPerson, Particulars } from "../data/namesakes";
import { genderLabels, levelLabels } from "../labels";
import { type Identity, type Level, mandateMayStart, mayBeOnePerson } from "../rules/roster";
import { unnamedTerm } from "./roster-file";

export type EnteredMandate = {
  level: Level;
  termName: string;
  constituency: string | null;
  startsOn: Day;
};

/** A person as a form or a row of a file tells of them. */
export type EnteredPerson = Particulars & {
  name: string;
  group: string | null;
  mandates: readonly EnteredMandate[];
};

export const particularLabels = {
  phone: "电话",
  gender: "性别",
  birthYear: "出生年份",
  birthMonth: "出生月份",
  ethnicity: "民族",
  education: "学历",
  party: "政治面貌",
  occupation: "职业",
} as const;
type Particular = keyof typeof particularLabels;
const fields = Object.keys(particularLabels) as Particular[];

function shown(field: Particular, person: Pick<EnteredPerson, Particular>): string {
  if (field === "phone") return maskedPhone(person.phone) ?? "未录";
  if (field === "gender") return person.gender === null ? "未录" : genderLabels[person.gender];
  return String(person[field] ?? "未录");
}

/** What was entered of a person already in the roster, against what the roster has. */
export function differencesOf(entered: EnteredPerson, known: KnownPerson) {
  const changed = fields.filter((field) => entered[field] !== null && entered[field] !== known[field]);
  const missing = entered.mandates.filter(
    (mandate) => mandateMayStart(known.mandates, { ...mandate, endsOn: null }).allowed,
  );
  const placed = entered.mandates.flatMap((mandate) => {
    if (mandate.constituency === null || missing.includes(mandate)) return [];
    const held = known.mandates.find(({ level, endsOn }) => level === mandate.level && endsOn === null);
    const { level, constituency } = mandate;
    return held?.constituency === null ? [{ level, constituency }] : [];
  });
  return { changed, missing, placed, joins: known.groups.length === 0 ? entered.group : null };
}

function told(person: Pick<EnteredPerson, "mandates" | "phone" | "birthYear">): string {
  const seats = person.mandates.map(({ level, constituency, termName, startsOn }) =>
    [`${levelLabels[level]}代表`, constituency, termName, `${startsOn} 起`].filter(Boolean).join(" "),
  );
  const birth = person.birthYear === null ? [] : [`${person.birthYear} 年生`];
  return [...seats, ...birth, `电话 ${maskedPhone(person.phone) ?? "未录"}`].join("；");
}

/** Terms, days and places of a seat already held are no part of an update: a new term begins when the old one has ended. */
function untouched(entered: EnteredPerson, known: KnownPerson): string[] {
  const { missing, placed } = differencesOf(entered, known);
  const others = entered.mandates.filter((mandate) => {
    if (missing.includes(mandate)) return false;
    const held = known.mandates.find(({ level, endsOn }) => level === mandate.level && endsOn === null);
    const named = mandate.termName !== unnamedTerm;
    const sameTerm = held?.startsOn === mandate.startsOn && (!named || held.termName === mandate.termName);
    const samePlace = mandate.constituency === (held?.constituency ?? mandate.constituency);
    return !sameTerm || (!samePlace && placed.length === 0);
  });
  return others.map(
    ({ level }) =>
      `名册中的${levelLabels[level]}级任职不会改动（届次、起始日期、选区以名册为准）；换届的，请先登记上一届任职终止`,
  );
}

/** The person as the roster will have them once this row is entered: later rows of the file are compared with that. */
function afterwards(known: KnownPerson, entered: EnteredPerson, choice: "update" | "keep"): KnownPerson {
  const { changed, missing, placed, joins } = differencesOf(entered, known);
  const added = missing.map((mandate) => ({ ...mandate, endsOn: null }));
  if (choice === "keep") return { ...known, mandates: [...known.mandates, ...added] };
  const values = Object.fromEntries(changed.map((field) => [field, entered[field]]));
  const held = known.mandates.map((mandate) => {
    const place = placed.find(({ level }) => level === mandate.level && mandate.endsOn === null);
    return place ? { ...mandate, constituency: place.constituency } : mandate;
  });
  return {
    ...known,
    ...values,
    version: known.version + (changed.length > 0 ? 1 : 0),
    mandates: [...held, ...added],
    groups: joins === null ? known.groups : [joins],
  };
}

type Candidate = { key: string; where: string; identity: Identity; known: KnownPerson | null };

const identityOf = (person: EnteredPerson): Identity => ({
  ...person,
  seats: person.mandates.map((mandate) => ({ ...mandate, open: true })),
});

const candidateOf = (known: KnownPerson): Candidate => ({
  key: `${known.id}@${known.version}`,
  where: "名册中已有的记录",
  identity: {
    ...known,
    seats: known.mandates.map((mandate) => ({ ...mandate, open: mandate.endsOn === null })),
  },
  known,
});

function choicesOf(entered: EnteredPerson, { key, known, where }: Candidate, which: string): RowChoice[] {
  if (known === null) {
    return [{ value: `keep:${key}`, kind: "keep", label: `与${where}是同一人，两行合为一人` }];
  }
  const { changed, missing, placed, joins } = differencesOf(entered, known);
  const gains = missing.map(({ level }) => `增加${levelLabels[level]}级任职`);
  const updates = [
    ...changed.map((field) => `${particularLabels[field]} ${shown(field, known)} → ${shown(field, entered)}`),
    ...placed.map(({ constituency }) => `选区 未录 → ${constituency}`),
    ...(joins === null ? [] : [`小组 未编组 → ${joins}`]),
  ];
  const same = `是${which}同一人`;
  const update: RowChoice = {
    value: `update:${key}`,
    kind: "update",
    label: [same, ...gains, `更新：${updates.join("，")}`].join("，"),
  };
  const kept = gains.length > 0 ? gains.join("，") : "不重复登记";
  const unchanged = gains.length > 0 ? `只${gains.join("，")}，其他以名册为准` : "名册不变，不重复登记";
  const keep: RowChoice = {
    value: `keep:${key}`,
    kind: "keep",
    label: `${same}，${updates.length > 0 ? unchanged : kept}`,
  };
  return updates.length > 0 ? [update, keep] : [keep];
}

function questionOf(line: number, entered: EnteredPerson, candidates: readonly Candidate[]): RowQuestion {
  const several = candidates.length > 1;
  const facts = candidates.flatMap(({ known, where }, index) => {
    const label = `${where}${several ? `（${index + 1}）` : ""}`;
    if (known === null) return [label];
    const ended = known.mandates.length > 0 && known.mandates.every(({ endsOn }) => endsOn !== null);
    return [`${label}：${told(known)}${ended ? "（已离任）" : ""}`, ...untouched(entered, known)];
  });
  const another: RowChoice = {
    value: `another:${candidates.map(({ key }) => key).join(",")}`,
    kind: "another",
    label: `不是同一人，另行登记一位「${entered.name}」`,
  };
  const choices = candidates.flatMap((candidate, index) =>
    choicesOf(entered, candidate, several ? `与（${index + 1}）` : ""),
  );
  return {
    line,
    title: entered.name,
    facts: [`本次登记：${told(entered)}`, ...facts],
    choices: [...choices, another],
  };
}

/** What becomes of a row: a new person, one of the roster, or one of an earlier row. */
export type Settled =
  | { as: "new" }
  | { as: "known"; known: KnownPerson; choice: "update" | "keep" }
  | { as: "row"; line: number };
export type Settling = Settled | { as: "asked"; question: RowQuestion; where: string };

/** People entered one after the other; each is compared with the roster and with those entered before. */
export class Doubts {
  private readonly candidates = new Map<string, Candidate[]>();
  private readonly answers: ReadonlyMap<number, string>;
  private readonly rosterPlacesAreSure: boolean;

  /**
   * @param rosterPlacesAreSure false for files, where a cell merged too far gives somebody the place of the row above; that two
   * rows of one file differ in place is meant all the same
   */
  constructor(known: readonly KnownPerson[], answers: readonly RowAnswer[], rosterPlacesAreSure = true) {
    this.rosterPlacesAreSure = rosterPlacesAreSure;
    for (const person of known) this.remember(candidateOf(person));
    this.answers = new Map(answers.map(({ line, value }) => [line, value]));
  }

  private remember(candidate: Candidate): void {
    const key = nameKey(candidate.identity.name);
    this.candidates.set(key, [...(this.candidates.get(key) ?? []), candidate]);
  }

  settle(line: number, entered: EnteredPerson): Settling {
    const identity = identityOf(entered);
    const alike = (this.candidates.get(nameKey(entered.name)) ?? []).filter((candidate) =>
      mayBeOnePerson(candidate.identity, identity, this.rosterPlacesAreSure || candidate.known === null),
    );
    const question = alike.length === 0 ? null : questionOf(line, entered, alike);
    const choice = question?.choices.find(({ value }) => value === this.answers.get(line));
    if (question !== null && choice === undefined) {
      return { as: "asked", question, where: alike[0]?.where ?? "" };
    }
    const chosen = alike.find(({ key }) => choice?.value === `${choice?.kind ?? ""}:${key}`);
    if (chosen === undefined || choice === undefined || choice.kind === "another") {
      this.remember({ key: `row:${line}`, where: `第${line}行`, identity, known: null });
      return { as: "new" };
    }
    const { known } = chosen;
    if (known === null) {
      chosen.identity = { ...chosen.identity, seats: [...chosen.identity.seats, ...identity.seats] };
      return { as: "row", line: Number(chosen.key.slice("row:".length)) };
    }
    chosen.known = afterwards(known, entered, choice.kind);
    chosen.identity = candidateOf(chosen.known).identity;
    return { as: "known", known, choice: choice.kind };
  }
}
