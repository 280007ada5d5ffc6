import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, yearOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { problemInText } from "@/lib/sheets";
import { newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { personKeys } from "@/server/names/pinyin";
import { reportProgress } from "@/server/sheets/progress";
import { groupsWithLeaders, insertMandates, insertMembers, insertPeople } from "../data/import";
import { namesakes } from "../data/record";
import { levels } from "../rules";
import type { ImportDeputiesInput } from "../schema";
import { type ImportedDeputy, readRoster } from "./roster-file";

const part = 500;

/** Name → id of the groups the file speaks of; founded from the file only while the township has none at all. */
async function groupIds(
  scope: TownshipScope,
  deputies: ImportedDeputy[],
  existing: { id: string; name: string }[],
): Promise<Map<string, string>> {
  const ids = new Map(existing.map((group) => [group.name, group.id]));
  const named = [...new Set(deputies.map((deputy) => deputy.group).filter((name) => name !== null))];
  for (const [sortOrder, name] of named.filter((name) => !ids.has(name)).entries()) {
    const record = newRecord(scope, { occurredOn: dayOf(scope.now), source: "import" });
    await scope.tx.deputyGroup.create({ data: { ...record, name, sortOrder } });
    ids.set(name, record.id);
  }
  return ids;
}

async function savePart(
  scope: TownshipScope,
  deputies: ImportedDeputy[],
  groups: ReadonlyMap<string, string>,
): Promise<void> {
  const people = deputies.map(({ line, ...deputy }) => ({
    ...deputy,
    ...personKeys(deputy.name),
    id: uuid(),
    sourceNote: deputy.sourceNote ?? `导入文件第${line}行`,
  }));
  await insertPeople(scope, people);
  const mandates = people.flatMap(({ id: deputyId, levels, termName, constituency, startsOn, sourceNote }) =>
    levels.map((level) => ({ id: uuid(), deputyId, level, termName, constituency, startsOn, sourceNote })),
  );
  await insertMandates(scope, mandates);
  const members = people.flatMap(({ id: deputyId, group, groupRole: role, startsOn }) => {
    const groupId = group === null ? undefined : groups.get(group);
    return groupId === undefined ? [] : [{ id: uuid(), groupId, deputyId, role, startsOn }];
  });
  await insertMembers(scope, members);
}

/** The roster from a file: every bad cell is named and nothing written, or all of it is [R3][R4]. */
export async function importDeputies(scope: TownshipScope, { rows }: ImportDeputiesInput) {
  // One import at a time: two files at once could otherwise each miss the other's people.
  await scope.tx
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`deputies.import ${scope.townshipId}`}, 0))`;
  const names = [...new Set(rows.map((row) => row.cells["name"]?.trim() ?? ""))];
  const known = await namesakes(scope, names);
  const today = dayOf(scope.now);
  const groups = await groupsWithLeaders(scope);
  const leaders = new Map(groups.map((group) => [group.name, group.leaders]));
  const { deputies, problems } = readRoster(rows, known, leaders, yearOf(today));
  const [first] = problems;
  if (first) {
    throw new AppError(
      "BAD_REQUEST",
      `文件中有 ${problems.length} 处要改，一行也没有导入。${problemInText(first)}`,
      { problems },
    );
  }
  const ids = await groupIds(scope, deputies, groups);
  for (let from = 0; from < deputies.length; from += part) {
    await savePart(scope, deputies.slice(from, from + part), ids);
    await reportProgress(Math.min(from + part, deputies.length), deputies.length);
  }
  await scope.audit({
    action: "deputies.importRows",
    recordType: "deputy",
    recordId: null,
    summary: `由文件导入代表 ${deputies.length} 名`,
    detail: { rows: deputies.length, groupsFounded: ids.size - groups.length },
  });
  return {
    created: deputies.length,
    levels: levels.filter((level) => deputies.some((deputy) => deputy.levels.includes(level))),
    allInOffice: deputies.every(({ startsOn }) => startsOn <= today),
  };
}
