import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import type { Role } from "@/lib/roles";
import { environment } from "./lib/environment";
import { runScript, SetupError } from "./lib/setup-error";

/** What a first load of a page may fetch as JavaScript, gzipped. */
const LIMIT_KB = 400;
const KB = 1000;

const accounts = z.array(z.object({ role: z.string(), username: z.string(), password: z.string() }));

const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");

/** Signs in as the sign-in page does and returns the cookie header. */
async function signIn(base: string, role: Role, dataDir: string): Promise<string> {
  const file = join(dataDir, "demo-accounts.json");
  if (!existsSync(file)) throw new SetupError(`没有 ${file}。请先运行 npm run demo。`);
  const account = accounts.parse(JSON.parse(readFileSync(file, "utf8"))).find((one) => one.role === role);
  if (account === undefined) throw new SetupError(`${file} 里没有岗位为 ${role} 的演示账号。`);
  const csrf = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const { username, password } = account;
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookiesOf(csrf).join("; "), origin: base },
    body: new URLSearchParams({ csrfToken, username, password, json: "true" }),
  });
  const session = cookiesOf(answer).find((cookie) => cookie.includes("session="));
  if (session === undefined) throw new SetupError(`演示账号 ${username} 登录不了，请重新运行 npm run demo。`);
  return session;
}

type Page = { path: string; html: string };

async function open(base: string, path: string, cookie: string): Promise<Page> {
  const response = await fetch(`${base}${path}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return { path: new URL(response.url).pathname, html: await response.text() };
}

const sizes = new Map<string, number>();

async function gzippedSize(base: string, chunk: string): Promise<number> {
  const known = sizes.get(chunk);
  if (known !== undefined) return known;
  const response = await fetch(`${base}${chunk}`);
  if (!response.ok) throw new Error(`${chunk} answered ${response.status}`);
  const size = gzipSync(new Uint8Array(await response.arrayBuffer())).byteLength;
  sizes.set(chunk, size);
  return size;
}

/** The scripts a browser fetches at once: those the page runs and those it preloads; old browsers' polyfills left out. */
function chunksOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const named = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+\.js)[^"]*"/.exec(tag)?.[1] ?? []);
  return [...new Set(named)];
}

async function measure(base: string, { path, html }: Page, limited: boolean): Promise<boolean> {
  const chunks = chunksOf(html);
  let total = 0;
  for (const chunk of chunks) total += await gzippedSize(base, chunk);
  const ok = !limited || total <= LIMIT_KB * KB;
  const size = `${(total / KB).toFixed(1)} kB`.padStart(10);
  console.log(`${ok ? " " : "✗"} ${size}  ${String(chunks.length).padStart(3)} files  ${path}`);
  return ok;
}

/** The first record that a list links to. */
const firstRecord = ({ path, html }: Page): string[] =>
  new RegExp(`${path}/[0-9a-f]{8}-[0-9a-f-]{27}`).exec(html)?.slice(0, 1) ?? [];

const townshipLists = ["/suggestions", "/deputies", "/sessions", "/presidium", "/supervision"];
const countyPages = ["", "/compare", "/assessment", "/townships"];

/** Prints the JavaScript of the main pages' first load; asks a running server, with the demo county's accounts. */
await runScript(async () => {
  const env = environment();
  const base = process.argv[2] ?? env.baseUrl ?? `http://127.0.0.1:${env.port}`;
  await fetch(`${base}/api/livez`).catch(() => {
    throw new SetupError(`${base} 没有应答。请先在另一个窗口运行 npm run demo，再量网页的大小。`);
  });
  const results = [await measure(base, await open(base, "/sign-in", ""), false)];
  const clerk = await signIn(base, "townshipStaff", env.dataDir);
  const { path: township } = await open(base, "/", clerk);
  for (const list of townshipLists) {
    const page = await open(base, `${township}${list}`, clerk);
    results.push(await measure(base, page, true));
    for (const record of firstRecord(page))
      results.push(await measure(base, await open(base, record, clerk), false));
  }
  const staff = await signIn(base, "countyStaff", env.dataDir);
  const { path: county } = await open(base, "/", staff);
  for (const page of countyPages)
    results.push(await measure(base, await open(base, `${county}${page}`, staff), true));
  if (results.includes(false))
    throw new SetupError(`有页面超过 ${LIMIT_KB} kB：请把只在打开时才用的部分改为按需载入。`);
});
