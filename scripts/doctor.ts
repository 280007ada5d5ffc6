import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { spawnSync } from "node:child_process";
import type { Client } from "pg";
import { readEnvironment, weaknessOf, type Environment } from "@/lib/env";
import { brokenChainText, checkAuditChains } from "@/server/audit/verify";
import { roleProblems } from "@/server/db/role-check";
import { checkTenancy } from "@/server/db/tenancy-check";
import { checkFigures } from "./lib/figures";
import { prepareDatabase } from "./lib/prepare-database";
import { withClient } from "./lib/roles";
import { sentenceFor } from "./lib/setup-error";

type Outcome = "ok" | "hint" | "bad";
let bad = 0;

function tell(outcome: Outcome, what: string, remedy = ""): void {
  if (outcome === "bad") bad += 1;
  const mark = { ok: "✓", hint: "·", bad: "✗" }[outcome];
  console.log(`${mark} ${what}${remedy === "" ? "" : `\n    → ${remedy}`}`);
}

function checkMachine(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    tell("bad", `Node ${process.version} 太旧`, "请升级到 20.19 或更高版本。");
  else tell("ok", `Node ${process.version}`);
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const chromium = ["chromium", "chromium-browser", "google-chrome"].find((name) =>
    folders.some((folder) => existsSync(join(folder, name))),
  );
  if (chromium === undefined) tell("hint", "没有 Chromium，浏览器测试会跳过", "apt-get install chromium");
  else tell("ok", `浏览器 ${chromium}`);
  const fonts = spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" });
  if (fonts.status === 0 && fonts.stdout.trim() !== "") tell("ok", "有中文字体");
  else tell("hint", "没有中文字体，浏览器测试的截图会显示方框", "apt-get install fonts-noto-cjk");
}

function checkDisk({ dataDir }: Environment): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.W_OK);
  } catch {
    tell("bad", `数据目录 ${dataDir} 不可写`, "请用创建它的用户运行，或把 DATA_DIR 设为可写的目录。");
    return;
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.round((bavail * bsize) / 1_048_576);
  if (free < 1024)
    tell("bad", `数据目录所在磁盘只剩 ${free} MB`, "请清理磁盘，或把 DATA_DIR 设到更大的磁盘。");
  else tell("ok", `数据目录 ${dataDir}，磁盘剩余 ${free} MB`);
}

function checkSettings(env: Environment): void {
  const weakness = weaknessOf(env.authSecret);
  if (weakness === undefined) tell("ok", "AUTH_SECRET 足够强");
  else tell("hint", "npm start 还不能用（npm run demo 不受影响）", weakness);
  if (env.baseUrl?.startsWith("https://") === true) tell("ok", `BASE_URL ${env.baseUrl}`);
  else tell("hint", "没有以 https 对外服务", "正式使用请在前面加 https 代理，并设置 BASE_URL=https://域名。");
}

async function checkRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string; collation: string }>(
    `SELECT current_setting('server_version') AS version, pg_encoding_to_char(encoding) AS encoding, datcollate AS collation
     FROM pg_database WHERE datname = current_database()`,
  );
  const facts = rows[0];
  if (facts === undefined) return;
  tell("ok", `PostgreSQL ${facts.version}，编码 ${facts.encoding}，区域 ${facts.collation}`);
  if (!/^C\b/.test(facts.collation))
    tell(
      "hint",
      "数据库的区域不是 C.UTF-8，升级操作系统后索引可能失效",
      "建库时请用 LOCALE 'C.UTF-8' TEMPLATE template0。",
    );
  const problems = await roleProblems(client);
  if (problems.length === 0) tell("ok", "应用使用的角色受行级安全约束");
  else tell("bad", problems.join(","), "请改用 npm run db:setup 生成的登录角色。");
}

async function checkAudit(client: Client): Promise<void> {
  const checks = await checkAuditChains(client);
  const broken = checks.filter(({ brokenAt }) => brokenAt !== null);
  if (broken.length === 0) tell("ok", `操作日志校验相符（${checks.length} 个县）`);
  for (const check of broken)
    tell("bad", brokenChainText(check), "请立即保全数据库和备份，查明是谁、怎样改的。");
}

/** A sample: the newest remembered year of each county. */
async function checkSums(appUrl: string): Promise<void> {
  const { years, wrong } = await checkFigures(appUrl, { mend: false, newest: 1 });
  if (wrong.length === 0) tell("ok", `抽查的年度合计与逐件重算的相符（${years} 个县）`);
  for (const what of wrong)
    tell(
      "bad",
      `${what}：记下的合计与逐件重算的不同`,
      "有人绕过系统改了数据库。请运行 npm run figures:verify 改正，并查明原因。",
    );
}

async function checkDatabase(env: Environment): Promise<void> {
  try {
    const database = await prepareDatabase({ env, log: () => undefined });
    try {
      tell("ok", env.databaseUrl === undefined ? "内置数据库可用，结构是最新的" : "数据库可用，结构是最新的");
      await withClient(database.appUrl, checkRole);
      await withClient(database.appUrl, checkAudit);
      await checkSums(database.appUrl);
      const findings = await withClient(database.adminUrl ?? database.appUrl, checkTenancy);
      if (findings.length === 0) tell("ok", "租户隔离规则齐全");
      for (const { object, problem } of findings)
        tell("bad", `${object}: ${problem}`, "请把这一行告诉维护人员，先不要对外服务。");
    } finally {
      await database.stop();
    }
  } catch (error) {
    const sentence = sentenceFor(error);
    if (sentence === undefined) throw error;
    tell("bad", "数据库不可用", sentence);
  }
}

console.log("检查运行环境：");
checkMachine();
const result = readEnvironment();
if (!result.ok) for (const problem of result.problems) tell("bad", "环境变量有误", problem);
else {
  checkDisk(result.env);
  checkSettings(result.env);
  await checkDatabase(result.env);
}
console.log(bad === 0 ? "没有发现需要处理的问题。" : `发现 ${bad} 个问题，请按箭头后的提示处理。`);
if (bad > 0) process.exitCode = 1;
