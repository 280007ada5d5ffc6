import { spawn, type ChildProcess } from "node:child_process";
import { get } from "node:http";
import { createServer } from "node:net";
import type { Environment } from "@/lib/env";
import { sleep } from "./processes";
import { onStop } from "./signals";
import { SetupError } from "./setup-error";

export type WebServerOptions = {
  env: Environment;
  appUrl: string;
  authSecret: string;
  mode: "start" | "dev";
};
export type WebServer = { url: string; child: ChildProcess; ended: Promise<number> };

/** Asked before the long steps, so that nobody waits minutes for a port that is taken. */
export async function assertPortFree(port: number): Promise<void> {
  const free = await new Promise<boolean>((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, () => server.close(() => done(true)));
  });
  if (!free)
    throw new SetupError(
      `端口 ${port} 已被占用。请结束占用它的程序，或设置 PORT 为别的端口，例如 PORT=${port + 1}。`,
    );
}

/**
 * An arena of the allocator for each thread keeps what was used once: with these two a server that does little holds 60 MB
 * less. The young generation stays as it is: a smaller one saves 15 MB more and costs a list 15 % of processor time.
 */
const thrift = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/** The web server sees the application's URL only; the administering one never leaves the scripts. */
function serverEnvironment({ env, appUrl, authSecret, mode }: WebServerOptions): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !["DATABASE_ADMIN_URL", "NEXTAUTH_URL"].includes(name),
  );
  return {
    ...thrift,
    ...Object.fromEntries(inherited),
    NODE_ENV: mode === "start" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(env.port),
    DATA_DIR: env.dataDir,
    DATABASE_URL: appUrl,
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    BASE_URL: env.baseUrl ?? "",
    ...(env.baseUrl === undefined ? { AUTH_TRUST_HOST: "true" } : { NEXTAUTH_URL: env.baseUrl }),
  };
}

/** Starts the web server and waits until a page can be asked for. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { env } = options;
  // Detached, as the database is: Ctrl-C reaches this script, which stops the two in order.
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: serverEnvironment(options),
  });
  const ended = new Promise<number>((done) => child.once("exit", (code) => done(code ?? 1)));
  const local = `http://127.0.0.1:${env.port}`;
  const until = Date.now() + 60_000;
  while (!(await alive(`${local}/api/livez`))) {
    if (child.exitCode !== null) throw new SetupError("网页服务没有启动成功，原因见上。");
    if (Date.now() > until) throw new SetupError("网页服务 60 秒内没有应答，请查看上面的日志。");
    await sleep(100);
  }
  return { url: env.baseUrl ?? `http://localhost:${env.port}`, child, ended };
}

/** Asked without `fetch`, whose library would stay in the memory of the process that only watches. */
const alive = (url: string): Promise<boolean> =>
  new Promise((done) => {
    const asked = get(url, { timeout: 5_000 }, (response) => {
      response.resume();
      done(response.statusCode === 200);
    });
    asked.on("timeout", () => asked.destroy()).on("error", () => done(false));
  });

/** Keeps going until a signal or the server's own end; then web server first, database after it. */
export async function serveUntilStopped(server: WebServer, stopDatabase: () => Promise<void>): Promise<void> {
  const signal = new Promise<"signal">((done) => {
    onStop(() => done("signal"));
  });
  const outcome = await Promise.race([signal, server.ended]);
  if (outcome === "signal") {
    console.log("正在停止：先停网页服务，再停数据库……");
    server.child.kill("SIGTERM");
    const timer = setTimeout(() => server.child.kill("SIGKILL"), 25_000);
    await server.ended;
    clearTimeout(timer);
  }
  await stopDatabase();
  console.log("已停止，数据已保存。");
  process.exit(outcome === "signal" ? 0 : 1);
}
