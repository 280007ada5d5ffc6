import "server-only";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors";
import { largestImportFile, mostImportRows } from "@/lib/sheets";

/** A row of the file that is not blank; `line` is its number as Excel shows it. */
export type FileLine = { line: number; cells: string[] };
type Answer = { lines: FileLine[] } | { refusal: string };

const timeLimit = 30_000;
const memoryLimit = { maxOldGenerationSizeMb: 700, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };
/** Titles above the header and the header itself are rows too. */
const headRows = 20;

// Started from the file itself, not from the bundle: the bundler would otherwise look for it at build time.
const workerFile = (): string =>
  resolve(/* turbopackIgnore: true */ process.cwd(), "src/server/sheets/read-worker.mjs");

const tooHeavy = () =>
  new AppError("BAD_REQUEST", "文件内容过大或结构异常，读取已中止。请只保留要导入的工作表和列，另存后再传。");

function inWorker(bytes: Uint8Array): Promise<Answer> {
  return new Promise((answer, fail) => {
    const worker = new Worker(workerFile(), {
      workerData: { bytes, rowLimit: mostImportRows + headRows },
      resourceLimits: memoryLimit,
      env: {},
      execArgv: [],
    });
    const timer = setTimeout(() => {
      void worker.terminate();
      fail(tooHeavy());
    }, timeLimit);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      finish();
    };
    worker.once("message", (message: Answer) => settle(() => answer(message)));
    worker.once("error", (error: NodeJS.ErrnoException) =>
      settle(() => fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooHeavy() : error)),
    );
    worker.once("exit", () => settle(() => fail(tooHeavy())));
  });
}

let reading = 0;
const mostAtOnce = 2;

/**
 * The file's first visible sheet (or the CSV) as rows of plain text.
 * @throws AppError with a sentence for the person when the file is too big, broken, hostile or of another kind [S57][S58]
 */
export async function readLines(bytes: Uint8Array): Promise<FileLine[]> {
  if (bytes.byteLength > largestImportFile) throw new AppError("TOO_LARGE", "文件超过 10 MB，请拆分后再传。");
  if (bytes.byteLength === 0) throw new AppError("BAD_REQUEST", "这是空文件，请重新选择。");
  if (reading >= mostAtOnce) {
    throw new AppError("UNAVAILABLE", "正在读取其他人的导入文件，请过半分钟再试一次。");
  }
  reading += 1;
  try {
    const answer = await inWorker(bytes);
    if ("refusal" in answer) throw new AppError("BAD_REQUEST", answer.refusal);
    return answer.lines;
  } finally {
    reading -= 1;
  }
}
