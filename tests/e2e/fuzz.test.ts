import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sleep } from "../../scripts/lib/processes";
import { randomOf, seedOfThisRun } from "../fuzz/random";
import { home, world } from "./support/browser";
import { filesToSend } from "./support/hostile-bodies";
import { hostileRequest, type Supplies } from "./support/hostile-requests";
import { createUnit, signInOverHttp } from "./support/http";
import { secondServer } from "./support/second-server";
import { seedWorld } from "./support/seed";
import { handlers, partsOf, surface } from "./support/surface";
import { exchange, type Got, type Sent } from "./support/wire";
import type { Account, SeededWorld } from "./support/world";

/** Printed, and taken from the environment to have a failure again. */
const seed = seedOfThisRun();
const count = Number(process.env["FUZZ_REQUESTS"] ?? 5_000);
const mostSeconds = Number(process.env["FUZZ_SECONDS"] ?? 60);
const atOnce = 8;
/** Nothing is to take longer, however busy the machine. */
const patience = 10_000;

type Line = { level: string; layer: string; status?: number; request?: string; route?: string };
/** @property foreign what nobody may ever show this person */
type Asker = { name: string; cookie: string | null; foreign: readonly string[] };
type Exchange = { asker: Asker; route: string; sent: Sent; got: Got };

const own = `金丝雀${randomUUID()}`;
const others = `金丝雀${randomUUID()}`;

let server: ChildProcess;
let log: () => string[];
let site: URL;
let stranger: SeededWorld;
let askers: readonly Asker[];
const exchanges: Exchange[] = [];
const faults: string[] = [];

let clients = 0;
/** Sign-ins are limited by address and by the network around it: each request comes from another one. */
const address = (): string => {
  clients += 1;
  return `10.${clients >> 16}.${(clients >> 8) & 255}.${clients & 255}`;
};

const cookieOf = (account: Account): Promise<string> =>
  signInOverHttp(world.url, account, { "x-forwarded-for": address() });

async function unitNamed(name: string, account: Account, township: string): Promise<void> {
  const cookie = await cookieOf(account);
  expect(await createUnit(site.origin, cookie, name, township)).toBe(200);
}

beforeAll(async () => {
  process.stdout.write(`FUZZ_SEED=${seed} FUZZ_REQUESTS=${count}\n`);
  stranger = await seedWorld();
  const started = await secondServer({ TRUSTED_PROXIES: "127.0.0.1,::1" });
  ({ child: server, log } = started);
  site = new URL(started.url);
  await unitNamed(own, world.accounts.staff, world.township.code);
  await unitNamed(others, stranger.accounts.staff, stranger.township.code);
  const asker = async (name: string, account: Account | null, foreign: string[]): Promise<Asker> => ({
    name,
    cookie: account && (await cookieOf(account)),
    foreign,
  });
  askers = [
    await asker("nobody", null, [own, others]),
    await asker("staff", world.accounts.staff, [others]),
    await asker("county", world.accounts.county, [others]),
    await asker("neighbour", world.accounts.neighbour, [own, others]),
    await asker("stranger", stranger.accounts.staff, [own]),
  ];
}, 120_000);
afterAll(() => server.kill("SIGKILL"));

/** What only the inside says: of the database, its driver, the framework and the language. */
const inside =
  /\bat [\w.<>]+ \(|node_modules|file:\/\/|\/src\/|[Pp]risma|[Pp]ostgres|SQLSTATE|ECONN|\b(Syntax|Type|Range|Reference)Error|Unexpected token|violates|invalid input|invalid byte|null value|NextAuth|Internal Server Error|Application error/;

/** What is wrong with a status; only who hangs up first, or wants another protocol, may be left without an answer. */
function statusFault({ sent, got }: Exchange, text: string): string | null {
  if (got.status === 0) return sent.cut || sent.method === "CONNECT" ? null : "no answer";
  if (got.status < 500) return null;
  return got.status === 503 && /稍后再试|没有保存/.test(text) ? null : "a fault of the server's";
}

/** What is wrong with what was said; to scripts that ask for the parts of a page or for a built file, Next may speak. */
function textFault({ asker, sent, got }: Exchange, text: string): string | null {
  const told = inside.exec(text);
  if (told !== null)
    return `tells of the inside: ${text.slice(Math.max(told.index - 60, 0), told.index + 100)}`;
  if (asker.foreign.some((name) => text.includes(name))) return "shows what belongs to others";
  const forScripts =
    got.type.includes("x-component") || (text === "Not Found" && sent.target.startsWith("/_next/"));
  if (got.status < 400 || text.trim() === "" || forScripts) return null;
  return /\p{Script=Han}/u.test(text) ? null : `refuses in English: ${text.slice(0, 80)}`;
}

/** What is wrong with the answer; null when it is one that anybody may get. */
function judged(exchange: Exchange): string | null {
  const { type, body } = exchange.got;
  const text = /text|json/.test(type) ? body : "";
  return statusFault(exchange, text) ?? textFault(exchange, text);
}

const shown = (sent: Sent): string =>
  `${sent.method} ${sent.target.slice(0, 300)}\n    ${sent.headers.map(([name, value]) => `${name}: ${value.slice(0, 100)}`).join("\n    ")}\n    body: ${JSON.stringify(sent.body?.subarray(0, 200).toString("latin1") ?? null)}${sent.cut ? " (cut)" : ""}`;

async function ask(asker: Asker, route: string, sent: Sent): Promise<void> {
  try {
    const got = await exchange(site, sent, patience);
    const told = judged({ asker, route, sent, got });
    exchanges.push({ asker, route, sent, got });
    if (told !== null) faults.push(`${route} as ${asker.name}: ${got.status} ${told}\n  ${shown(sent)}`);
  } catch (error) {
    faults.push(`${route} as ${asker.name}: ${String(error)}\n  ${shown(sent)}`);
  }
}

const linesOf = (): Line[] => log().map((line) => JSON.parse(line) as Line);

describe("whatever is sent to an address that is no procedure's", () => {
  it(
    `meets no fault of the server's, no wait and nothing of the inside or of others: ${count} requests [S47][S48][S62]`,
    async () => {
      const random = randomOf(seed);
      const files = await filesToSend();
      const supplies: Supplies = {
        site,
        address,
        part: partsOf(stranger),
        files,
        township: world.township.code,
      };
      const begun = performance.now();
      let made = 0;
      const worker = async (): Promise<void> => {
        while (made < count && performance.now() - begun < mostSeconds * 1_000) {
          // Every address once, then any, the handlers more often: they read what is sent.
          const route = surface[made] ?? random.pick(random.chance(0.4) ? handlers : surface);
          made += 1;
          const asker = random.pick(askers);
          await ask(asker, route, hostileRequest(route, asker.cookie, random, supplies));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      const statuses = new Map<number, number>();
      for (const { got } of exchanges) statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
      const slowest = Math.max(...exchanges.map(({ got }) => got.milliseconds));
      const seconds = Math.round((performance.now() - begun) / 1000);
      process.stdout.write(
        `${made} requests in ${seconds} s, slowest ${slowest} ms: ${JSON.stringify(Object.fromEntries(statuses))}\n`,
      );
      const kinds = new Map(faults.map((fault) => [fault.split("\n")[0]?.slice(0, 160), fault]));
      expect([...kinds.values()]).toEqual([]);
      expect(made).toBeGreaterThanOrEqual(Math.min(count, surface.length));
      expect(statuses.get(200) ?? 0).toBeGreaterThan(made / 20);
    },
    (mostSeconds + 60) * 1_000,
  );

  it("leaves a log of JSON lines: one for every failure that was answered, and none that nobody was told of", async () => {
    await sleep(200);
    const lines = linesOf();
    const answered = new Map(exchanges.map(({ got }) => [got.request, got.status]));
    const alarms = lines.filter(
      ({ level, request = "" }) => level === "error" && answered.get(request) !== 503,
    );
    const causes = alarms.map(({ request }) => exchanges.find(({ got }) => got.request === request));
    expect(alarms.map((line, index) => [line, causes[index] && shown(causes[index].sent)])).toEqual([]);
    for (const [request, status] of answered) {
      const own = lines.filter((line) => line.request === request);
      if (request !== null && status >= 500) expect(own).toHaveLength(1);
      expect(own.length).toBeLessThanOrEqual(1);
    }
  });

  it("leaves the server at work, and everybody signed in who was", async () => {
    expect(server.exitCode).toBeNull();
    expect((await fetch(`${site.origin}/readyz`)).status).toBe(200);
    const paths: Record<string, string> = {
      staff: home,
      county: `/c/${world.county.code}`,
      neighbour: `/t/${world.neighbour.code}`,
      stranger: `/t/${stranger.township.code}`,
    };
    for (const { name, cookie } of askers) {
      if (cookie === null) continue;
      const answer = await fetch(`${site.origin}${paths[name] ?? ""}`, {
        headers: { cookie },
        redirect: "manual",
      });
      expect([name, answer.status]).toEqual([name, 200]);
    }
  });
});
