import { spawn } from "node:child_process";
import { freePort } from "../../../scripts/lib/free-port";
import { sleep } from "../../../scripts/lib/processes";

export const readiness = async (url: string): Promise<number> =>
  (await fetch(`${url}/readyz`).catch(() => null))?.status ?? 0;

/** A web server beside that of the run, on the same database: this one may be stopped or starved. */
export async function secondServer(env: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const log: string[] = [];
  const own = { NODE_ENV: "production", PORT: String(port), BASE_URL: "", AUTH_TRUST_HOST: "true" } as const;
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: { ...process.env, ...own, ...env },
  });
  child.stderr?.on("data", (data) => log.push(String(data)));
  for (let tries = 0; tries < 300 && (await readiness(url)) !== 200; tries += 1) await sleep(100);
  return {
    child,
    url,
    log: () =>
      log
        .join("")
        .split("\n")
        .filter((line) => line !== ""),
  };
}
