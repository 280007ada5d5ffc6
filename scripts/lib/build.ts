import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { SetupError } from "./setup-error";
import { writeWhole } from "./whole-file";

const STAMP = ".next/source-stamp";
const SOURCES = ["src", "public", "prisma/schema", "scripts/lib"].concat([
  "next.config.js",
  "package-lock.json",
  "tsconfig.json",
]);
const GENERATED = join("src", "server", "db", "generated");

function filesBelow(path: string): string[] {
  if (!existsSync(path) || path === GENERATED) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inner = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(inner) : [inner];
  });
}

/** Content, not times: a fresh clone and a branch switched to and fro give the same stamp. */
function sourceStamp(): string {
  const hash = createHash("sha256").update(process.version);
  const files = SOURCES.flatMap((path) => (/\.\w+$/.test(path) ? [path] : filesBelow(path))).filter(
    existsSync,
  );
  for (const file of files.sort()) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

export const buildIsCurrent = (): boolean =>
  existsSync(STAMP) && existsSync(".next/BUILD_ID") && readFileSync(STAMP, "utf8") === sourceStamp();

/** What the build says is of use only when it fails; printed at once it would tear other lines apart. */
async function build(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const end = () => child.kill();
  process.once("exit", end);
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => parts.push(part));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  process.off("exit", end);
  return { code, said: Buffer.concat(parts).toString("utf8") };
}

/** What stays running is made plain JavaScript: run from TypeScript, each process would hold a compiler. */
const bundle = () =>
  esbuild({
    entryPoints: ["scripts/lib/serve.ts", "scripts/lib/keep.ts"],
    outdir: ".next/scripts",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });

/** Builds unless the last build was made of these very sources. The stamp comes last: a kill leaves none. */
export async function buildOnce(log: (line: string) => void): Promise<void> {
  if (buildIsCurrent()) {
    log("程序已构建好，无需重新构建。");
    return;
  }
  log("正在构建程序（首次约 1–3 分钟）……");
  const stamp = sourceStamp();
  rmSync(STAMP, { force: true });
  const started = Date.now();
  const { code, said } = await build();
  if (code !== 0) {
    console.error(said);
    throw new SetupError("程序构建失败，原因见上。若提示磁盘或内存不足，请先清理再运行一次。");
  }
  await bundle();
  writeWhole(STAMP, stamp, 0o644);
  log(`构建完成，用时 ${Math.round((Date.now() - started) / 1000)} 秒。`);
}
