import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce } from "../lib/build";
import { runScript, SetupError } from "../lib/setup-error";
import { databaseCases } from "./database";
import { killParent, killPostmaster, killWeb } from "./kill";
import { fullData, fullLog } from "./full-disk";
import { assertHeld, invariants } from "./invariants";
import { load, signIn } from "./load";
import { stopUnderLoad } from "./stop";
import { type ChaosWorld, createWorld } from "./world";

type Running = { world: ChaosWorld; writers: ReturnType<typeof load>; cookie: string };

/** What is done to a server while others write to it; answers figures for docs/reliability.md. */
export type ChaosCase = {
  name: string;
  /** Mounts a disk. */
  needsRoot?: boolean;
  /** Where the server keeps everything; a folder of the runner's own unless said. Returns the way to undo. */
  place?: (folder: string) => () => void;
  run: (running: Running) => Promise<Record<string, string | number | boolean>>;
};

const cases: readonly ChaosCase[] = [
  killPostmaster,
  killWeb,
  killParent,
  stopUnderLoad,
  ...databaseCases,
  fullData,
  fullLog,
];

async function observed(one: ChaosCase, world: ChaosWorld): Promise<object> {
  try {
    const cookie = await signIn(world);
    const writers = load(world, cookie);
    const figures = await one.run({ world, writers, cookie });
    const { acknowledged, refused, cutOff, closed, slowest } = await writers.end();
    const held = await invariants(world, acknowledged);
    assertHeld(held);
    const unforeseen = world.unforeseen();
    return { case: one.name, ...figures, ...held, refused, unforeseen, cutOff, closed, slowestMs: slowest };
  } finally {
    await world.stop();
  }
}

async function runCase(one: ChaosCase, folder: string): Promise<object> {
  const dataDir = join(folder, "data");
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const undo = one.place?.(dataDir) ?? (() => undefined);
  try {
    return await observed(one, await createWorld(dataDir, join(folder, "server.log")));
  } finally {
    undo();
  }
}

/** `npm run chaos [-- name…]`: each case on a fresh server; one line of figures each. */
await runScript(async () => {
  const asked = process.argv.slice(2);
  const chosen = cases.filter(({ name }) => asked.length === 0 || asked.includes(name));
  if (chosen.length === 0)
    throw new SetupError(`没有这个用例。可用的有：${cases.map(({ name }) => name).join("、")}。`);
  if (chosen.some(({ needsRoot }) => needsRoot) && process.getuid?.() !== 0)
    throw new SetupError("这些用例要挂载小磁盘，请用 root 运行，或只点名不需要 root 的用例。");
  await buildOnce(console.error);
  let failed = 0;
  for (const one of chosen) {
    const folder = mkdtempSync(join(tmpdir(), "renda-chaos-"));
    // The account that runs PostgreSQL must get through, or the cluster would lie elsewhere.
    chmodSync(folder, 0o711);
    try {
      console.log(JSON.stringify(await runCase(one, folder)));
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      failed += 1;
      console.log(
        JSON.stringify({ case: one.name, failed: error instanceof Error ? error.message : String(error) }),
      );
      console.error(`服务器日志：${join(folder, "server.log")}`);
    }
  }
  if (failed > 0) process.exitCode = 1;
});
