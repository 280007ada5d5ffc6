import "server-only";
import { type Day, dayFromText } from "@/lib/dates";
import { monthFromText, monthIsDoubtful } from "@/lib/months";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { text } from "@/server/trpc/inputs";
import { levelLabels } from "../labels";
import { type Gender, type GroupRole, type Identity, type Level, levels, samePerson } from "../rules";
import { phone } from "../schema";
import { rosterHeaders, type RosterKey, unknownKeys } from "./roster-columns";
import { groupIn, groupProblems, type KnownGroups, roleIn } from "./roster-groups";

export type ImportedDeputy = {
  line: number;
  name: string;
  gender: Gender | null;
  levels: Level[];
  termName: string;
  constituency: string | null;
  group: string | null;
  groupRole: GroupRole;
  occupation: string | null;
  phone: string | null;
  startsOn: Day;
  birthYear: number | null;
  birthMonth: number | null;
  ethnicity: string | null;
  education: string | null;
  party: string | null;
  sourceNote: string | null;
};

const levelWords: Record<string, Level> = {
  ...(Object.fromEntries(levels.map((level) => [levelLabels[level], level])) as Record<string, Level>),
  国家: "national",
  区: "county",
  县市区: "county",
  镇: "township",
  乡: "township",
};

/** What is recorded when a file names no term: a gap that is seen, not a guess. */
const unnamedTerm = "未写明届次";

const plainWords = /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol} ]+$/u;

class RowReader {
  readonly problems: CellProblem[] = [];
  private readonly row: ImportRow;

  constructor(row: ImportRow) {
    this.row = row;
  }

  private cell(key: RosterKey): string {
    return (this.row.cells[key] ?? "").trim();
  }

  fault(key: RosterKey | null, message: string): void {
    this.problems.push({ line: this.row.line, column: key === null ? "" : rosterHeaders[key], message });
  }

  text(key: RosterKey, max: number): string | null {
    const value = this.cell(key);
    if (value === "") return null;
    // Plain words of proper length are nearly all cells; only the others are worth a schema of their own.
    if (value.length <= max && plainWords.test(value)) return value;
    const checked = text(max, rosterHeaders[key]).safeParse(value);
    if (checked.success) return checked.data;
    this.fault(key, checked.error.issues[0]?.message ?? "填写有误");
    return null;
  }

  needed(key: RosterKey, max: number): string {
    if (this.cell(key) === "") this.fault(key, "没有填写");
    return this.text(key, max) ?? "";
  }

  gender(): Gender | null {
    const value = this.cell("gender");
    if (value === "") return null;
    if (value === "男" || value === "女") return value === "男" ? "male" : "female";
    this.fault("gender", `「${value}」不对，应为男或女`);
    return null;
  }

  levels(): Level[] {
    const words = this.cell("levels")
      .split(/[、,,;;/\s]+/)
      .filter((word) => word !== "");
    if (words.length === 0) this.fault("levels", "没有填写");
    const known = words.map((word) => ({ word, level: levelWords[word.replace(/(级|人大)*(代表)?$/, "")] }));
    for (const { word } of known.filter((entry) => entry.level === undefined)) {
      this.fault("levels", `「${word}」不是代表级别，应为全国、省、市、县、乡镇`);
    }
    return levels.filter((level) => known.some((entry) => entry.level === level));
  }

  phone(): string | null {
    const value = this.cell("phone");
    if (value === "") return null;
    const checked = phone.safeParse(value);
    if (checked.success) return checked.data;
    this.fault("phone", `「${value}」不对，应为11位手机号或带区号的固定电话`);
    return null;
  }

  day(key: RosterKey): Day {
    const value = this.cell(key);
    if (value === "") this.fault(key, "没有填写");
    const day = dayFromText(value);
    if (value !== "" && day === null) this.fault(key, `「${value}」不是日期，应如 2026-03-05`);
    return day ?? "";
  }

  birth(thisYear: number): { birthYear: number | null; birthMonth: number | null } {
    const value = this.cell("birth");
    const [year, month] = (monthFromText(value) ?? "").split("-").map(Number);
    if (value === "") return { birthYear: null, birthMonth: null };
    if (year !== undefined && year >= 1900 && year <= thisYear - 18)
      return { birthYear: year, birthMonth: month ?? null };
    this.fault(
      "birth",
      monthIsDoubtful(value)
        ? `「${value}」分不清是1月还是10月，请写成 ${value.slice(0, 4)}年1月 或 ${value.slice(0, 4)}年10月`
        : `「${value}」不对，应如 1976.04 或 1976年4月，且年满18周岁`,
    );
    return { birthYear: null, birthMonth: null };
  }

  /** @param names everybody in the file */
  group(names: ReadonlySet<string>): { group: string | null; groupRole: GroupRole } {
    const { name, role } = groupIn(this.text("group", 40));
    const word = this.cell("groupRole");
    const said = roleIn(word, this.cell("name"), names);
    if (said === null) this.fault("groupRole", `「${word}」不对，应为组长、副组长或组员`);
    return { group: name, groupRole: word === "" ? (role ?? "member") : (said ?? "member") };
  }

  unknownKeys(): void {
    const unknown = unknownKeys(this.row.cells);
    if (unknown.length > 0) this.fault(null, `有不认识的列：${unknown.join("、")}`);
  }
}

function readRow(
  row: ImportRow,
  names: ReadonlySet<string>,
  thisYear: number,
): { deputy: ImportedDeputy; problems: CellProblem[] } {
  const reader = new RowReader(row);
  const deputy = {
    line: row.line,
    name: reader.needed("name", 40),
    gender: reader.gender(),
    levels: reader.levels(),
    termName: reader.text("termName", 40) ?? unnamedTerm,
    constituency: reader.text("constituency", 60),
    ...reader.group(names),
    occupation: reader.text("occupation", 120),
    phone: reader.phone(),
    startsOn: reader.day("startsOn"),
    ...reader.birth(thisYear),
    ethnicity: reader.text("ethnicity", 20),
    education: reader.text("education", 20),
    party: reader.text("party", 20),
    sourceNote: reader.text("sourceNote", 200),
  };
  reader.unknownKeys();
  return { deputy, problems: reader.problems };
}

const identitiesOf = (deputy: ImportedDeputy): Identity[] =>
  deputy.levels.map((level) => ({
    name: deputy.name,
    phone: deputy.phone,
    level,
    constituency: deputy.constituency,
  }));

/** Somebody already in the roster, or twice in the file, is named with both places. */
function twinProblems(deputies: ImportedDeputy[], known: Identity[]): CellProblem[] {
  const seen = new Map<string, { identity: Identity; where: string }[]>();
  const remember = (identity: Identity, where: string) =>
    seen.set(identity.name, [...(seen.get(identity.name) ?? []), { identity, where }]);
  for (const identity of known) remember(identity, "名册中已有的记录");
  return deputies.flatMap((deputy) => {
    if (deputy.name === "") return [];
    const mine = identitiesOf(deputy);
    const twin = (seen.get(deputy.name) ?? []).find((other) =>
      mine.some((identity) => samePerson(identity, other.identity)),
    );
    for (const identity of mine) remember(identity, `第${deputy.line}行`);
    if (!twin) return [];
    return [
      {
        line: deputy.line,
        column: rosterHeaders.name,
        message: `「${deputy.name}」与${twin.where}是同一人（同级同选区或同电话）`,
      },
    ];
  });
}

/**
 * Reads the whole file's rows and names every bad cell; with one problem nothing may be written.
 * @param known people already in the roster under the names of the file
 * @param groups living groups; while there is none, the file's groups will be founded
 */
export function readRoster(
  rows: readonly ImportRow[],
  known: Identity[],
  groups: KnownGroups,
  thisYear: number,
): { deputies: ImportedDeputy[]; problems: CellProblem[] } {
  const names = new Set(rows.map((row) => row.cells["name"]?.trim() ?? ""));
  const read = rows.map((row) => readRow(row, names, thisYear));
  const deputies = read.map((row) => row.deputy);
  const problems = [
    ...read.flatMap((row) => row.problems),
    ...twinProblems(deputies, known),
    ...groupProblems(deputies, groups),
  ];
  return { deputies, problems: problems.sort((a, b) => a.line - b.line) };
}
