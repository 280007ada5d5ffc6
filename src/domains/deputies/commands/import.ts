import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, yearOf } from "@/lib/dates";
import { naturalOrder } from "@/lib/natural-order";
import type { CellProblem, RowQuestion } from "@/lib/sheets";
import { newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { personKeys } from "@/server/names/pinyin";
import { inParts, refuseFile, tellImport } from "@/server/sheets/import";
import { groupsWithLeaders, insertMandates, insertMembers, insertPeople } from "../data/import";
import { type KnownPerson, lockRoster, namesakes } from "../data/namesakes";
import { levels, mandateMayStart } from "../rules/roster";
import type { ImportDeputiesInput } from "../schema";
import { Doubts, type EnteredMandate, type EnteredPerson } from "./doubts";
import { enterKnown } from "./known";
import { rosterHeaders } from "./roster-columns";
import { type ImportedDeputy, readRoster } from "./roster-file";

/** Name → id of the groups the file speaks of; founded from the file only while the township has none at all. */
async function groupIds(
  scope: TownshipScope,
  deputies: ImportedDeputy[],
  existing: { id: string; name: string }[],
): Promise<Map<string, string>> {
  const ids = new Map(existing.map((group) => [group.name, group.id]));
  const named = [...new Set(deputies.map((deputy) => deputy.group).filter((name) => name !== null))];
  const founded = named
    .filter((name) => !ids.has(name))
    .toSorted(naturalOrder)
    .map((name, sortOrder) => ({
      ...newRecord(scope, { occurredOn: dayOf(scope.now), source: "import" }),
      name,
      sortOrder,
    }));
  await scope.tx.deputyGroup.createMany({ data: founded });
  for (const { id, name } of founded) ids.set(name, id);
  return ids;
}

/** A new person with the rows that tell of them: the first, and later ones said to be the same person. */
type NewPerson = { first: ImportedDeputy; also: ImportedDeputy[] };
type Merge = { row: ImportedDeputy; known: KnownPerson; choice: "update" | "keep" };

const mandatesIn = ({ levels, termName, constituency, startsOn }: ImportedDeputy): EnteredMandate[] =>
  levels.map((level) => ({ level, termName, constituency, startsOn }));

const personIn = (row: ImportedDeputy): EnteredPerson => ({ ...row, mandates: mandatesIn(row) });

/** Blanks of the first row are filled from the others. */
const joined = ({ first, also }: NewPerson): ImportedDeputy =>
  also.reduce((kept, row) => {
    const filled = Object.entries(row).filter(([key]) => kept[key as keyof ImportedDeputy] === null);
    return { ...kept, ...Object.fromEntries(filled) };
  }, first);

/** The mandates of all rows of a person; one of a level and time counts once. */
const mandatesOfAll = ({ first, also }: NewPerson): EnteredMandate[] =>
  [first, ...also].flatMap(mandatesIn).reduce<EnteredMandate[]>((kept, mandate) => {
    const facts = kept.map((other) => ({ ...other, endsOn: null }));
    return mandateMayStart(facts, { ...mandate, endsOn: null }).allowed ? [...kept, mandate] : kept;
  }, []);

async function savePart(
  scope: TownshipScope,
  persons: readonly NewPerson[],
  groups: ReadonlyMap<string, string>,
): Promise<void> {
  const pairs = persons.map((person) => {
    const { line, ...deputy } = joined(person);
    const sourceNote = deputy.sourceNote ?? `导入文件第${line}行`;
    return { person, record: { ...deputy, ...personKeys(deputy.name), id: uuid(), sourceNote } };
  });
  await insertPeople(
    scope,
    pairs.map(({ record }) => record),
  );
  const mandates = pairs.flatMap(({ person, record: { id: deputyId, sourceNote } }) =>
    mandatesOfAll(person).map((mandate) => ({ ...mandate, id: uuid(), deputyId, sourceNote })),
  );
  await insertMandates(scope, mandates);
  const members = pairs.flatMap(({ record: { id: deputyId, group, groupRole: role, startsOn } }) => {
    const groupId = group === null ? undefined : groups.get(group);
    return groupId === undefined ? [] : [{ id: uuid(), groupId, deputyId, role, startsOn }];
  });
  await insertMembers(scope, members);
}

/** Which rows are new people and which somebody in the roster; or the questions still to be answered. */
function settled(deputies: readonly ImportedDeputy[], doubts: Doubts) {
  const persons = new Map<number, NewPerson>();
  const merges: Merge[] = [];
  const questions: RowQuestion[] = [];
  const problems: CellProblem[] = [];
  for (const row of deputies) {
    const found = doubts.settle(row.line, personIn(row));
    if (found.as === "new") persons.set(row.line, { first: row, also: [] });
    else if (found.as === "row") persons.get(found.line)?.also.push(row);
    else if (found.as === "known") merges.push({ row, known: found.known, choice: found.choice });
    else {
      questions.push(found.question);
      const message = `「${row.name}」可能与${found.where}是同一人，请选择更新、保留或另行登记`;
      problems.push({ line: row.line, column: rosterHeaders.name, message });
    }
  }
  return { persons: [...persons.values()], merges, questions, problems };
}

/**
 * The roster from a file: every bad cell is named and nothing written, or all of it is [R3][R4]. Whoever may be in the roster
 * already is asked about, row by row, and nothing written before every question is answered.
 */
export async function importDeputies(scope: TownshipScope, { rows, answers }: ImportDeputiesInput) {
  await lockRoster(scope);
  const today = dayOf(scope.now);
  const groups = await groupsWithLeaders(scope);
  const leaders = new Map(groups.map((group) => [group.name, group.leaders]));
  const { deputies, problems } = await readRoster(rows, leaders, yearOf(today));
  refuseFile(problems);
  const known = await namesakes(
    scope,
    deputies.map((deputy) => deputy.name),
  );
  const { persons, merges, ...open } = settled(deputies, new Doubts(known, answers, false));
  refuseFile(open.problems, open.questions);
  const ids = await groupIds(scope, deputies, groups);
  let changed = 0;
  for (const { row, known: person, choice } of merges) {
    const entry = { source: "import" as const, sourceNote: row.sourceNote, from: `导入文件第${row.line}行` };
    const groupId = row.group === null ? null : (ids.get(row.group) ?? null);
    const merge = { entered: personIn(row), known: person, choice };
    if (await enterKnown(scope, merge, { ...entry, groupId })) changed += 1;
  }
  await inParts(persons, deputies.length, (part) => savePart(scope, part, ids));
  await tellImport(scope, "deputies", {
    recordType: "deputy",
    summary: `由文件导入代表 ${persons.length} 名${changed > 0 ? `，更新 ${changed} 名` : ""}`,
    rows: deputies.length,
    groupsFounded: ids.size - groups.length,
    changed,
  });
  const untouched = deputies.length - persons.length - changed;
  const notes = [
    ...(changed > 0 ? [`更新了名册中的 ${changed} 人。`] : []),
    ...(untouched > 0 ? [`${untouched} 行是名册或文件中已有的人，没有重复登记。`] : []),
  ];
  return {
    created: persons.length,
    levels: levels.filter((level) => deputies.some((deputy) => deputy.levels.includes(level))),
    allInOffice: deputies.every(({ startsOn }) => startsOn <= today),
    ...(notes.length > 0 ? { notes } : {}),
  };
}
