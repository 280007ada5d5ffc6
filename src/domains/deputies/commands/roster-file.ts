import "server-only";
import type { Day } from "@/lib/dates";
import { monthFromText, monthIsDoubtful } from "@/lib/months";
import { readPersonName, splitWords } from "@/lib/person-name";
import { RowReader } from "@/lib/row-reader";
import type { CellProblem, ImportRow } from "@/lib/sheets";
import { turns } from "@/lib/turns";
import { levelLabels } from "../labels";
import { type Gender, type GroupRole, type Level, levels } from "../rules/roster";
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
export const unnamedTerm = "未写明届次";

class RosterRow extends RowReader<RosterKey> {
  /** @param noted what a note behind the name says: 张三（女） */
  gender(noted: Gender | null): Gender | null {
    const value = this.cell("gender");
    if (value === "") return noted;
    if (value !== "男" && value !== "女") {
      this.fault("gender", `「${value}」不对，应为男或女`);
      return null;
    }
    const gender = value === "男" ? "male" : "female";
    if (noted !== null && noted !== gender) this.fault("gender", `「${value}」与姓名后的注明不一致，请核对`);
    return gender;
  }

  levels(): Level[] {
    const words = splitWords(this.cell("levels"));
    if (words.length === 0) this.fault("levels", "没有填写");
    const known = words.map((word) => ({
      word,
      level: levelWords[word.replace(/(级|人大){0,3}(代表)?$/, "")],
    }));
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
    const { name, role } = groupIn(this.line("group", 40));
    const word = this.cell("groupRole");
    const said = roleIn(word, this.cell("name"), names);
    if (said === null) this.fault("groupRole", `「${word}」不对，应为组长、副组长或组员`);
    return { group: name, groupRole: word === "" ? (role ?? "member") : (said ?? "member") };
  }

  known(cells: ImportRow["cells"]): void {
    const unknown = unknownKeys(cells);
    if (unknown.length > 0) this.fault(null, `有不认识的列：${unknown.join("、")}`);
  }
}

function readRow(
  row: ImportRow,
  names: ReadonlySet<string>,
  thisYear: number,
): { deputy: ImportedDeputy; problems: CellProblem[] } {
  const reader = new RosterRow(row, rosterHeaders);
  const { name, gender, ethnicity } = readPersonName(reader.needed("name", reader.line("name", 40)));
  const deputy = {
    line: row.line,
    name,
    gender: reader.gender(gender),
    levels: reader.levels(),
    termName: reader.line("termName", 40) ?? unnamedTerm,
    constituency: reader.line("constituency", 60),
    ...reader.group(names),
    occupation: reader.line("occupation", 120),
    phone: reader.phone(),
    startsOn: reader.needed("startsOn", reader.day("startsOn")),
    ...reader.birth(thisYear),
    ethnicity: reader.line("ethnicity", 20) ?? ethnicity,
    education: reader.line("education", 20),
    party: reader.line("party", 20),
    sourceNote: reader.line("sourceNote", 200),
  };
  reader.known(row.cells);
  return { deputy, problems: reader.problems };
}

/**
 * Reads the whole file's rows and names every bad cell; with one problem nothing may be written.
 * @param groups living groups; while there is none, the file's groups will be founded
 */
export async function readRoster(
  rows: readonly ImportRow[],
  groups: KnownGroups,
  thisYear: number,
): Promise<{ deputies: ImportedDeputy[]; problems: CellProblem[] }> {
  const names = new Set(rows.map((row) => row.cells["name"]?.trim() ?? ""));
  const read: ReturnType<typeof readRow>[] = [];
  const turn = turns();
  for (const row of rows) {
    read.push(readRow(row, names, thisYear));
    await turn();
  }
  const deputies = read.map((row) => row.deputy);
  const problems = [...read.flatMap((row) => row.problems), ...groupProblems(deputies, groups)];
  return { deputies, problems: problems.sort((a, b) => a.line - b.line) };
}
