import "server-only";
import { resolve } from "node:path";
import { type Transferable, Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors";

/** V8's part of a worker's memory; the files themselves are read and written piece by piece. */
const memoryLimit = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

// Started from the file itself, not from the bundle: the bundler would otherwise look for it at build time.
const fileOf = (name: string): string =>
  resolve(/* turbopackIgnore: true */ process.cwd(), "src/server/sheets/worker", `${name}.mjs`);

export const tooHeavy = () =>
  new AppError("BAD_REQUEST", "文件内容过大或结构异常，处理已中止。请只保留要导入的工作表和列，另存后再传。");

type Task = { worker: "read" | "write"; data: unknown; timeLimit: number; transfer?: Transferable[] };

function run<Answer>({ worker: name, data, timeLimit, transfer = [] }: Task): Promise<Answer> {
  return new Promise((answer, fail) => {
    const worker = new Worker(fileOf(name), {
      workerData: data,
      transferList: transfer,
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

const mostAtOnce = 2;
const mostWaiting = 8;

type Waiting = { person: string; start: () => void };
/** One queue for the whole process, though the bundler may load this file once for each route. */
type Queue = { busy: Set<string>; waiting: Waiting[] };
const shared = globalThis as { sheetQueue?: Queue };
const queue: Queue = (shared.sheetQueue ??= { busy: new Set(), waiting: [] });

function startNext(): void {
  while (queue.busy.size < mostAtOnce) {
    const at = queue.waiting.findIndex(({ person }) => !queue.busy.has(person));
    const [next] = at < 0 ? [] : queue.waiting.splice(at, 1);
    if (next === undefined) return;
    queue.busy.add(next.person);
    next.start();
  }
}

/**
 * Big work with a table, away from the thread that answers everybody: one piece a person at a time, two in all, a few
 * more waiting their turn.
 * @throws UNAVAILABLE when too many wait; BAD_REQUEST when the work outgrows its memory or time
 */
export async function inWorker<Answer>(person: string, task: Task): Promise<Answer> {
  if (queue.waiting.length >= mostWaiting) {
    throw new AppError("UNAVAILABLE", "正在处理其他人的表格，请过半分钟再试一次。");
  }
  await new Promise<void>((start) => {
    queue.waiting.push({ person, start });
    startNext();
  });
  try {
    return await run<Answer>(task);
  } finally {
    queue.busy.delete(person);
    startNext();
  }
}
