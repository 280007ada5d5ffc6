import "server-only";
import { AppError } from "@/lib/errors";
import { largestImportFile, mostImportRows } from "@/lib/sheets";
import { inWorker } from "./workers";

/** A row of the file that is not blank; `line` is its number as Excel shows it. */
export type FileLine = { line: number; cells: string[] };

/** @property name null for CSV
 *  @property lines empty for a hidden sheet, whose rows are only counted
 *  @property fault why the sheet cannot be taken, if a limit was passed */
export type FileSheet = {
  name: string | null;
  hidden: boolean;
  rows: number;
  lines: FileLine[];
  fault: string | null;
};

/** @property from1904 whether numbers without a date format count days from 1904 */
export type ReadFile = { sheets: FileSheet[]; from1904: boolean };
type Answer = { file: ReadFile } | { refusal: string };

const timeLimit = 30_000;
/** Titles above the header and the header itself are rows too. */
const headRows = 20;

/**
 * The file's sheets (or the CSV) as rows of plain text, numbers as their format shows them.
 * @param person whose turn it takes; readings of one person follow one another
 * @throws AppError with a sentence for the person when the file is too big, broken, hostile or of another kind [S57][S58]
 */
export async function readLines(bytes: Uint8Array, person = "anybody"): Promise<ReadFile> {
  if (bytes.byteLength > largestImportFile) throw new AppError("TOO_LARGE", "文件超过 10 MB，请拆分后再传。");
  if (bytes.byteLength === 0) throw new AppError("BAD_REQUEST", "这是空文件，请重新选择。");
  const data = { bytes, rowLimit: mostImportRows + headRows };
  const answer = await inWorker<Answer>(person, { worker: "read", data, timeLimit });
  if ("refusal" in answer) throw new AppError("BAD_REQUEST", answer.refusal);
  return answer.file;
}
