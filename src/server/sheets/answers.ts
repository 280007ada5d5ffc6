import "server-only";
import {
  type CellProblem,
  type ImportPlan,
  type LeftOut,
  problemInText,
  type RowQuestion,
} from "@/lib/sheets";
import { refusalIn } from "@/server/http/answers";

/** One refusal of a file: `row` is the line Excel shows, `message` the whole sentence. */
export type ImportFault = { row: number; column: string; message: string };
/** Where what was imported is seen: a label, and the list's query that shows it. */
export type ImportLink = { label: string; query: string };
export type ImportAnswer =
  | { created: number; links: ImportLink[]; leftOut: LeftOut; notes?: string[] }
  | { plan: ImportPlan }
  | {
      message: string;
      errors: ImportFault[];
      total: number;
      ignored: string[];
      questions?: RowQuestion[];
    };

const mostShown = 5_000;

const isProblem = (value: unknown): value is CellProblem =>
  typeof value === "object" && value !== null && "line" in value && "column" in value && "message" in value;

const listedIn = (error: unknown, key: string): unknown[] => {
  const details = refusalIn(error).details;
  const listed: unknown = typeof details === "object" ? Reflect.get(details, key) : [];
  return Array.isArray(listed) ? listed : [];
};

/** The bad cells a command named in its refusal; empty when it was refused for something else. */
export const problemsIn = (error: unknown): CellProblem[] => listedIn(error, "problems").filter(isProblem);

const isQuestion = (value: unknown): value is RowQuestion =>
  typeof value === "object" && value !== null && "line" in value && "choices" in value;

/** What a command asks before it writes: rows that may be there already. */
export const questionsIn = (error: unknown): RowQuestion[] => listedIn(error, "questions").filter(isQuestion);

export function faultsAnswer(problems: CellProblem[], ignored: string[] = []): ImportAnswer {
  const errors = problems
    .slice(0, mostShown)
    .map((problem) => ({ row: problem.line, column: problem.column, message: problemInText(problem) }));
  const message = `有 ${problems.length} 处要改，一行也没有导入。改好后把整个文件再传一次。`;
  return { message, errors, total: problems.length, ignored };
}

export const jsonAnswer = (answer: object, status: number): Response =>
  Response.json(answer, { status, headers: { "cache-control": "private, no-store" } });
