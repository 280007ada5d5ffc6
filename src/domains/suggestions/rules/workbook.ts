import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { type NameIndex, splitNames } from "@/lib/person-name";
import { headersOf, RowReader } from "@/lib/row-reader";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { turns } from "@/lib/turns";
import { type ClosedRow, readClosed } from "./closed-columns";
import { categoryLabels, kindLabels, originLabels } from "../labels";
import { submitNeedsSigners } from "./gates";
import type { SuggestionCategory, SuggestionKind, SuggestionOrigin } from "./states";
import { importColumns } from "./workbook-columns";

type Key = (typeof importColumns)[number]["key"];

export type ImportedSuggestion = {
  line: number;
  title: string;
  content: string;
  category: SuggestionCategory;
  origin: SuggestionOrigin;
  kind: SuggestionKind;
  receivedOn: Day;
  leadDeputyId: string;
  cosignerIds: string[];
  /** the ledger's own number, when it has one */
  ledgerNumber: string;
  /** how it ended, when it was closed before this system kept the books */
  closed: ClosedRow | null;
};

/** Deputies by name as the township's roster has them: none, one, or namesakes. */
export type Roster = NameIndex<{ id: string; name: string }>;
/** What is known already, as `title|day`, so that a file read twice is noticed. */
export type Known = ReadonlySet<string>;

export const knownKey = (title: string, receivedOn: Day): string => `${title}|${receivedOn}`;

const headers = headersOf(importColumns);

class SuggestionRow extends RowReader<Key> {
  received(today: Day): Day {
    const day = this.needed("receivedOn", this.day("receivedOn"));
    if (day > today) this.fault("receivedOn", `${day}还没有到，不能晚于今天（${today}）`);
    else if (day !== "" && day < "1949-10-01") this.fault("receivedOn", `${day}太早，请核对年份`);
    return day || today;
  }

  lead(name: string, roster: Roster): string | null {
    if (splitNames(name, roster.has).length < 2) return this.deputy("leadDeputy", name, roster);
    this.fault("leadDeputy", "只能填一位，其他代表请写在「附议代表」一列");
    return null;
  }

  signed(put: Parameters<typeof submitNeedsSigners>[0], law: LawChoice): void {
    const enough = submitNeedsSigners(put, law);
    if (!enough.allowed) this.fault("cosigners", `${enough.reason}（${enough.article ?? ""}）`);
  }
}

function readRow(row: ImportRow, roster: Roster, today: Day, law: LawChoice) {
  const reader = new SuggestionRow(row, headers);
  const title = reader.needed("title", reader.line("title", 120));
  const content = reader.needed("content", reader.text("content", 5000));
  const category = reader.choice("category", categoryLabels, null);
  const origin = reader.choice("origin", originLabels, "intersession");
  const kind = reader.choice("kind", kindLabels, "suggestion");
  const receivedOn = reader.received(today);
  const leadName = reader.needed("leadDeputy", reader.text("leadDeputy", 40));
  const lead = leadName === "" ? null : reader.lead(leadName, roster);
  const names = splitNames(reader.cell("cosigners"), roster.has);
  const cosigners = names.map((name) => reader.deputy("cosigners", name, roster));
  const known = cosigners.filter((id) => id !== null);
  if (new Set(known).size !== known.length) reader.fault("cosigners", "有重复的代表，请去掉一位");
  if (lead !== null && known.includes(lead)) {
    reader.fault("cosigners", `「${leadName}」已是领衔代表，请去掉`);
  }
  const closed = readClosed(reader, receivedOn, today);
  // An old ledger often names the first signer alone; what was closed on paper is not put forward now.
  const signers = names.length + 1;
  if (closed === null) reader.signed({ kind: kind ?? "suggestion", receivedOn, signers }, law);
  const suggestion: ImportedSuggestion = {
    line: row.line,
    title,
    content,
    category: category ?? "other",
    origin: origin ?? "intersession",
    kind: kind ?? "suggestion",
    receivedOn,
    leadDeputyId: lead ?? "",
    cosignerIds: known,
    ledgerNumber: reader.text("ledgerNumber", 40) ?? "",
    closed,
  };
  return { suggestion, problems: reader.problems };
}

/** Reads every row and names every bad cell; a file with any problem is not taken at all. */
export async function readWorkbook(
  rows: readonly ImportRow[],
  roster: Roster,
  known: Known,
  today: Day,
  law: LawChoice,
): Promise<{ suggestions: ImportedSuggestion[]; problems: CellProblem[] }> {
  const read: ReturnType<typeof readRow>[] = [];
  const turn = turns();
  for (const row of rows) {
    read.push(readRow(row, roster, today, law));
    await turn();
  }
  const seen = new Map<string, number>();
  const twins = read.flatMap(({ suggestion: { line, title, receivedOn } }): CellProblem[] => {
    const key = knownKey(title, receivedOn);
    const earlier = seen.get(key);
    seen.set(key, earlier ?? line);
    if (title === "") return [];
    if (known.has(key)) {
      return [{ line, column: "标题", message: `同一天已登记过「${title}」，请删去这一行` }];
    }
    return earlier === undefined
      ? []
      : [{ line, column: "标题", message: `与第${earlier}行是同一件，请删去一行` }];
  });
  const problems = [...read.flatMap((row) => row.problems), ...twins];
  return {
    suggestions: read.map((row) => row.suggestion),
    problems: problems.toSorted((a, b) => a.line - b.line),
  };
}
