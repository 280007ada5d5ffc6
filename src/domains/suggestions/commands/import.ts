import "server-only";
import { dayOf, utcOf, yearOf } from "@/lib/dates";
import { nextNumbers } from "@/server/db/numbers";
import { newLine, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { importAlone, inParts, refuseFile, tellImport } from "@/server/sheets/import";
import { type Reckoning, reckoningOf } from "../data/entering";
import { knownTitles, rosterByName } from "../data/import";
import { closedFacts, unitsNamed, writeClosedLines } from "./closed";
import { assignDeadline } from "../rules/deadlines";
import { type ImportedSuggestion, readWorkbook } from "../rules/workbook";
import type { ImportRowsInput } from "../schema";

/** Numbers in the file's order, one unbroken run for each year. */
async function numbersOf(scope: TownshipScope, suggestions: readonly ImportedSuggestion[]) {
  const counts = new Map<number, number>();
  for (const { receivedOn } of suggestions) {
    counts.set(yearOf(receivedOn), (counts.get(yearOf(receivedOn)) ?? 0) + 1);
  }
  const next = new Map<number, number>();
  for (const [year, count] of counts) {
    next.set(year, await nextNumbers(scope, "suggestion", year, count));
  }
  return suggestions.map((suggestion) => {
    const year = yearOf(suggestion.receivedOn);
    const number = next.get(year) ?? 1;
    next.set(year, number + 1);
    return { suggestion, year, number };
  });
}

type Numbered = Awaited<ReturnType<typeof numbersOf>>;

const sourceOf = ({ line, ledgerNumber }: ImportedSuggestion): string =>
  `导入文件第${line}行${ledgerNumber === "" ? "" : `，原编号 ${ledgerNumber}`}`;

/** A row with its result comes in closed; any other begins at the checks. */
function progressOf(scope: TownshipScope, { receivedOn, closed }: ImportedSuggestion, by: Reckoning) {
  const times = { receivedOn, sessionClosedOn: null, complex: false };
  if (closed !== null) return closedFacts(scope, closed, times, by);
  const { dueOn } = assignDeadline(times, by.law, by.calendar);
  return { state: "submitted", receivedOn: utcOf(receivedOn), assignDueOn: utcOf(dueOn), replyDueOn: null };
}

type UnitIds = ReadonlyMap<string, string>;

async function savePart(
  scope: TownshipScope,
  items: Numbered,
  by: Reckoning,
  unitIds: UnitIds,
): Promise<void> {
  const records = items.map(({ suggestion, year, number }) => ({
    suggestion,
    data: {
      ...newRecord(scope, {
        occurredOn: suggestion.receivedOn,
        source: "import",
        sourceNote: sourceOf(suggestion),
      }),
      year,
      number,
      kind: suggestion.kind,
      title: suggestion.title,
      content: suggestion.content,
      category: suggestion.category,
      origin: suggestion.origin,
      ...progressOf(scope, suggestion, by),
    },
  }));
  await scope.tx.suggestion.createMany({ data: records.map(({ data }) => data) });
  await scope.tx.suggestionSigner.createMany({
    data: records.flatMap(({ suggestion, data }) =>
      [suggestion.leadDeputyId, ...suggestion.cosignerIds].map((deputyId, ordinal) => ({
        ...newLine(scope),
        suggestionId: data.id,
        deputyId,
        ordinal,
        role: ordinal === 0 ? "lead" : "cosigner",
      })),
    ),
  });
  const closed = records.flatMap(({ suggestion: { closed: matter }, data: { id, replyDueOn } }) =>
    matter === null ? [] : [{ suggestionId: id, matter, replyDueOn }],
  );
  await scope.tx.suggestionUnit.createMany({
    data: closed.flatMap(({ suggestionId, matter }) =>
      matter.units.map((name, index) => ({
        ...newLine(scope),
        suggestionId,
        unitId: unitIds.get(name) ?? "",
        role: index === 0 ? "lead" : "co",
      })),
    ),
  });
  await writeClosedLines(scope, closed);
}

/** What the person should know of what was written beyond the rows themselves. */
const notesOf = (closed: number, made: readonly string[]): string[] => [
  ...(closed === 0
    ? []
    : [`其中 ${closed} 件填了办理结果，按往年已办结补录：不计入今日待办和逾期，台账及时率按补录计。`]),
  ...(made.length === 0 ? [] : [`名录里没有的承办单位已一并登记，请核对名称和类别：${made.join("、")}。`]),
];

/** Suggestions from a workbook, submitted for the checks: every bad cell is named and nothing written, or all of it is. */
export async function importSuggestions(scope: TownshipScope, { rows }: ImportRowsInput) {
  await importAlone(scope, "suggestions");
  const by = await reckoningOf(scope);
  const titles = [...new Set(rows.map((row) => row.cells["title"]?.trim() ?? ""))];
  const known = await knownTitles(scope, titles);
  const { suggestions, problems } = await readWorkbook(
    rows,
    await rosterByName(scope),
    known,
    dayOf(scope.now),
    by.law,
  );
  refuseFile(problems);
  const numbered = await numbersOf(scope, suggestions);
  const closed = suggestions.flatMap((suggestion) => suggestion.closed ?? []);
  const units = await unitsNamed(
    scope,
    closed.flatMap((matter) => matter.units),
  );
  await inParts(numbered, numbered.length, (part) => savePart(scope, part, by, units.ids));
  await tellImport(scope, "suggestions", {
    recordType: "suggestion",
    summary: `由文件导入代表建议 ${numbered.length} 件${closed.length === 0 ? "" : `，其中补录已办结 ${closed.length} 件`}`,
    rows: numbered.length,
    closed: closed.length,
  });
  const years = [...new Set(numbered.map(({ year }) => year))].sort((a, b) => b - a);
  const notes = notesOf(closed.length, units.made);
  return {
    created: numbered.length,
    years: years.map((year) => ({ year, count: numbered.filter((one) => one.year === year).length })),
    ...(notes.length === 0 ? {} : { notes }),
  };
}
