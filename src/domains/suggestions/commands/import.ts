import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { dayOf, utcOf, yearOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { problemInText } from "@/lib/sheets";
import { stateCouncilCalendar } from "@/server/calendar/state-council";
import { nextNumbers } from "@/server/db/numbers";
import { newLine, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { reportProgress } from "@/server/sheets/progress";
import { knownTitles, rosterByName } from "../data/import";
import { assignDeadline } from "../rules/deadlines";
import { type ImportedSuggestion, readWorkbook } from "../rules/workbook";
import type { ImportRowsInput } from "../schema";

const part = 500;

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

async function savePart(scope: TownshipScope, items: Numbered, law: LawChoice): Promise<void> {
  const records = items.map(({ suggestion, year, number }) => ({
    suggestion,
    data: {
      ...newRecord(scope, {
        occurredOn: suggestion.receivedOn,
        source: "import",
        sourceNote: `导入文件第${suggestion.line}行`,
      }),
      year,
      number,
      kind: suggestion.kind,
      title: suggestion.title,
      content: suggestion.content,
      category: suggestion.category,
      origin: suggestion.origin,
      state: "submitted",
      receivedOn: utcOf(suggestion.receivedOn),
      assignDueOn: utcOf(
        assignDeadline(
          { receivedOn: suggestion.receivedOn, sessionClosedOn: null },
          law,
          stateCouncilCalendar,
        ).dueOn,
      ),
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
}

/** Suggestions from a workbook, submitted for the checks: every bad cell is named and nothing written, or all of it is. */
export async function importSuggestions(scope: TownshipScope, { rows }: ImportRowsInput) {
  // One import at a time: the same file sent twice at once would otherwise be entered twice.
  await scope.tx
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`suggestions.import ${scope.townshipId}`}, 0))`;
  const law = await lawChoiceOf(scope);
  const titles = [...new Set(rows.map((row) => row.cells["title"]?.trim() ?? ""))];
  const known = await knownTitles(scope, titles);
  const { suggestions, problems } = readWorkbook(
    rows,
    await rosterByName(scope),
    known,
    dayOf(scope.now),
    law,
  );
  const [first] = problems;
  if (first !== undefined) {
    throw new AppError(
      "BAD_REQUEST",
      `文件中有 ${problems.length} 处要改，一行也没有导入。${problemInText(first)}`,
      { problems },
    );
  }
  const numbered = await numbersOf(scope, suggestions);
  for (let from = 0; from < numbered.length; from += part) {
    await savePart(scope, numbered.slice(from, from + part), law);
    await reportProgress(Math.min(from + part, numbered.length), numbered.length);
  }
  await scope.audit({
    action: "suggestions.importRows",
    recordType: "suggestion",
    recordId: null,
    summary: `由文件导入代表建议 ${numbered.length} 件`,
    detail: { rows: numbered.length },
  });
  const years = [...new Set(numbered.map(({ year }) => year))].sort((a, b) => b - a);
  return {
    created: numbered.length,
    years: years.map((year) => ({ year, count: numbered.filter((one) => one.year === year).length })),
  };
}
