import "server-only";
import { type Day, dayFromText } from "@/lib/dates";
import type { CellProblem, ImportColumn, ImportRow } from "@/lib/sheets";
import { text } from "@/server/trpc/inputs";
import { levelLabels } from "../labels";
import { type Gender, type Identity, type Level, levels, samePerson } from "../rules";
import { phone } from "../schema";

const optional = { required: false, kind: "text" } as const;

/** The columns of the roster's file; the template, the reading and the messages all come from here. */
export const rosterColumns = [
  {
    key: "name",
    header: "姓名",
    aliases: ["代表姓名"],
    kind: "name",
    required: true,
    width: 12,
    note: "必填",
    example: "示例：王小明",
  },
  {
    key: "gender",
    header: "性别",
    kind: "choice",
    required: false,
    width: 8,
    note: "男或女",
    example: "男",
    options: ["男", "女"],
  },
  {
    key: "levels",
    header: "级别",
    aliases: ["代表级别", "代表层级", "级别(可多个)"],
    kind: "choice",
    required: true,
    width: 14,
    note: "必填；全国、省、市、县、乡镇，兼任的用顿号隔开，如 县、乡镇",
    example: "县、乡镇",
    options: Object.values(levelLabels),
    several: true,
  },
  {
    key: "termName",
    header: "届次",
    ...optional,
    width: 14,
    note: "如 第十九届",
    example: "第十九届",
  },
  {
    key: "constituency",
    header: "选区",
    aliases: ["所在选区", "选举单位"],
    ...optional,
    width: 16,
    note: "选区名称或编号",
    example: "第3选区",
  },
  {
    key: "group",
    header: "小组",
    aliases: ["代表小组", "所在小组"],
    ...optional,
    width: 16,
    note: "须与已建小组同名；还没有任何小组时按本列建立",
    example: "第一代表小组",
  },
  {
    key: "occupation",
    header: "职业",
    aliases: ["职务", "单位及职务", "工作单位及职务"],
    ...optional,
    width: 24,
    note: "单位和职务",
    example: "村党支部书记",
  },
  {
    key: "phone",
    header: "电话",
    aliases: ["手机", "手机号", "联系电话", "手机号码"],
    kind: "choice",
    required: false,
    width: 16,
    note: "11位手机号或带区号的固定电话",
    example: "13800000000",
  },
  {
    key: "startsOn",
    header: "起始日期",
    aliases: ["任职日期", "当选日期", "任职起始日期"],
    kind: "day",
    required: true,
    width: 14,
    note: "必填；如 2022-01-12 或 2022年1月12日",
    example: "2022-01-12",
  },
  {
    key: "birthYear",
    header: "出生年份",
    kind: "number",
    required: false,
    width: 10,
    note: "四位年份",
    example: "1976",
  },
  { key: "ethnicity", header: "民族", ...optional, width: 8, note: "", example: "汉族" },
  { key: "education", header: "学历", ...optional, width: 10, note: "", example: "大专" },
  { key: "party", header: "政治面貌", ...optional, width: 12, note: "", example: "中共党员" },
  {
    key: "sourceNote",
    header: "备注",
    aliases: ["资料出处"],
    ...optional,
    width: 20,
    note: "资料出处等",
    example: "",
  },
] as const satisfies readonly ImportColumn[];

type Key = (typeof rosterColumns)[number]["key"];

export type ImportedDeputy = {
  line: number;
  name: string;
  gender: Gender | null;
  levels: Level[];
  termName: string;
  constituency: string | null;
  group: string | null;
  occupation: string | null;
  phone: string | null;
  startsOn: Day;
  birthYear: number | null;
  ethnicity: string | null;
  education: string | null;
  party: string | null;
  sourceNote: string | null;
};

const headerOf = Object.fromEntries(rosterColumns.map(({ key, header }) => [key, header])) as Record<
  Key,
  string
>;
const columnKeys = new Set<string>(rosterColumns.map((column) => column.key));

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

  private cell(key: Key): string {
    return (this.row.cells[key] ?? "").trim();
  }

  fault(key: Key | null, message: string): void {
    this.problems.push({ line: this.row.line, column: key === null ? "" : headerOf[key], message });
  }

  text(key: Key, max: number): string | null {
    const value = this.cell(key);
    if (value === "") return null;
    // Plain words of proper length are nearly all cells; only the others are worth a schema of their own.
    if (value.length <= max && plainWords.test(value)) return value;
    const checked = text(max, headerOf[key]).safeParse(value);
    if (checked.success) return checked.data;
    this.fault(key, checked.error.issues[0]?.message ?? "填写有误");
    return null;
  }

  needed(key: Key, max: number): string {
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

  day(key: Key): Day {
    const value = this.cell(key);
    if (value === "") this.fault(key, "没有填写");
    const day = dayFromText(value);
    if (value !== "" && day === null) this.fault(key, `「${value}」不是日期，应如 2026-03-05`);
    return day ?? "";
  }

  birthYear(thisYear: number): number | null {
    const value = this.cell("birthYear");
    if (value === "") return null;
    const year = Number(/^(\d{4})/.exec(value)?.[1] ?? Number.NaN);
    if (year >= 1900 && year <= thisYear - 18) return year;
    this.fault("birthYear", `「${value}」不对，应为四位年份，且年满18周岁`);
    return null;
  }

  unknownKeys(): void {
    const unknown = Object.keys(this.row.cells).filter((key) => !columnKeys.has(key));
    if (unknown.length > 0) this.fault(null, `有不认识的列：${unknown.join("、")}`);
  }
}

function readRow(row: ImportRow, thisYear: number): { deputy: ImportedDeputy; problems: CellProblem[] } {
  const reader = new RowReader(row);
  const deputy = {
    line: row.line,
    name: reader.needed("name", 40),
    gender: reader.gender(),
    levels: reader.levels(),
    termName: reader.text("termName", 40) ?? unnamedTerm,
    constituency: reader.text("constituency", 60),
    group: reader.text("group", 40),
    occupation: reader.text("occupation", 80),
    phone: reader.phone(),
    startsOn: reader.day("startsOn"),
    birthYear: reader.birthYear(thisYear),
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
        column: headerOf.name,
        message: `「${deputy.name}」与${twin.where}是同一人（同级同选区或同电话）`,
      },
    ];
  });
}

function groupProblems(deputies: ImportedDeputy[], groups: ReadonlySet<string>): CellProblem[] {
  if (groups.size === 0) return [];
  return deputies
    .filter(({ group }) => group !== null && !groups.has(group))
    .map(({ line, group }) => ({
      line,
      column: headerOf.group,
      message: `没有名为「${group ?? ""}」的代表小组，请先建立小组或修改名称`,
    }));
}

/**
 * Reads the whole file's rows and names every bad cell; with one problem nothing may be written.
 * @param known people already in the roster under the names of the file
 * @param groups names of living groups; while there is none, the file's groups will be founded
 */
export function readRoster(
  rows: readonly ImportRow[],
  known: Identity[],
  groups: ReadonlySet<string>,
  thisYear: number,
): { deputies: ImportedDeputy[]; problems: CellProblem[] } {
  const read = rows.map((row) => readRow(row, thisYear));
  const deputies = read.map((row) => row.deputy);
  const problems = [
    ...read.flatMap((row) => row.problems),
    ...twinProblems(deputies, known),
    ...groupProblems(deputies, groups),
  ];
  return { deputies, problems: problems.sort((a, b) => a.line - b.line) };
}
