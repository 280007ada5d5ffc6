import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { type Client, Pool } from "pg";
import { client } from "@/server/db/client";
import type { WebServer } from "../../scripts/lib/web-server";
import { countRecords, loadDataset, type Size } from "./dataset";
import { countedAnew, figures } from "./figures";
import { ask, driven, type Driven } from "./http";
import { imports } from "./import";
import { cpuMsOf, memoryOf, replay, round, timesOf } from "./measure";
import { type Workload, workloadsFor } from "./workloads";

export type Line = {
  workload: string;
  perSecond?: number;
  median: number;
  p95?: number;
  serverCpu?: number;
  databaseCpu?: number;
  barePerSecond?: number;
  ratio?: number;
  bar: string;
  ok: boolean;
};

type Measuring = {
  admin: Client;
  appUrl: string;
  size: Size;
  /** how long each workload is asked for, and its bare statements sent */
  seconds: number;
  only: string | undefined;
  startServer: () => Promise<WebServer>;
  note: (line: string) => void;
};

/** The postmaster: the parent of any backend. */
async function databasePid(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const stat = readFileSync(`/proc/${rows[0]?.pid ?? 0}/stat`, "utf8").replace(/^.*\) /, "");
  return Number(stat.split(" ")[1]);
}

const atOnce = 16;
/** As many connections as the product has. */
const connections = 10;

type At = { site: URL; serverPid: number; postgresPid: number; bare: Pool; admin: Client; seconds: number };

const none = (): Driven => ({ answered: 0, seconds: 0, samples: [], failed: [] });
function add(sum: Driven, more: Driven): void {
  sum.answered += more.answered;
  sum.seconds += more.seconds;
  sum.samples.push(...more.samples);
  sum.failed.push(...more.failed);
}

/** What can be sent again is sent for a while; what writes is sent once through and then taken back, again and again. */
async function bareFor(workload: Workload, at: At, milliseconds: number): Promise<Driven> {
  const { statements, undo, meanwhile } = workload;
  const send = (turn: number) => replay(at.bare, statements[turn % statements.length] ?? []);
  if (undo === undefined || meanwhile !== undefined) return driven(send, atOnce, milliseconds);
  const sum = none();
  while (sum.seconds * 1_000 < milliseconds / 2) {
    let turn = 0;
    const begun = performance.now();
    const worker = async (): Promise<void> => {
      while (turn < statements.length) await send(turn++);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    add(sum, { ...none(), answered: statements.length, seconds: (performance.now() - begun) / 1_000 });
    await undo(at.admin);
  }
  return sum;
}

const slices = 3;

/** Requests and their bare statements in turn, so that both meet the same noise of the machine. */
async function measuredOne(workload: Workload, at: At): Promise<Line> {
  // What happens once a second is seen only in seconds; and what is undone in between would be a change as well.
  const { meanwhile } = workload;
  const slice = Math.max((at.seconds * 1_000) / slices, meanwhile === undefined ? 0 : 3_000);
  const undo = async () => (meanwhile === undefined ? workload.undo?.(at.admin) : undefined);
  const offset = { turn: 0 };
  const overHttp = async (milliseconds: number) => {
    const others: Promise<string | null>[] = [];
    const write = () => meanwhile && others.push(ask(at.site, meanwhile(offset.turn)));
    write();
    const timer = setInterval(write, 1_000);
    const done = await driven(() => ask(at.site, workload.sent(offset.turn++)), atOnce, milliseconds);
    clearInterval(timer);
    done.failed.push(...(await Promise.all(others)).filter((wrong) => wrong !== null));
    return done;
  };
  // Until the compiler has seen every path, it is the compiler's work that would be counted.
  await overHttp(slice * 2);
  await undo();
  await bareFor(workload, at, slice);
  const [http, bare] = [none(), none()];
  const cpu = { server: 0, database: 0 };
  for (let turn = 0; turn < slices; turn += 1) {
    const before = [cpuMsOf(at.serverPid), cpuMsOf(at.postgresPid)] as const;
    add(http, await overHttp(slice));
    cpu.server += cpuMsOf(at.serverPid) - before[0];
    cpu.database += cpuMsOf(at.postgresPid) - before[1];
    await undo();
    add(bare, await bareFor(workload, at, slice));
  }
  if (meanwhile !== undefined) await workload.undo?.(at.admin);
  const [perSecond, barePerSecond] = [http.answered / http.seconds, bare.answered / bare.seconds];
  const { median, p95 } = timesOf(http.samples);
  const ratio = round(barePerSecond / perSecond);
  const failures =
    http.failed.length === 0 ? "" : `; ${http.failed.length} failed, such as ${http.failed[0]}`;
  return {
    workload: workload.name,
    perSecond: round(perSecond, 0),
    median: round(median, 1),
    p95: round(p95, 1),
    serverCpu: round(cpu.server / http.samples.length),
    databaseCpu: round(cpu.database / http.samples.length),
    barePerSecond: round(barePerSecond, 0),
    ratio,
    bar: `${workload.bar === null ? "none" : `≤ ${workload.bar} × bare`}${failures}`,
    ok: http.failed.length === 0 && (workload.bar === null || ratio <= workload.bar),
  };
}

/** Loads the county, starts the server, measures what people wait for, an import, and what the server holds in memory. */
export async function measure({ admin, appUrl, size, seconds, only, startServer, note }: Measuring) {
  const began = performance.now();
  const county = await loadDataset(admin, size);
  note(`loaded in ${round(performance.now() - began, 0)} ms: ${JSON.stringify(await countRecords(admin))}`);
  const workloads = await workloadsFor(county, admin);
  const importing = county.townships.at(-1);
  const { cookieOf } = await import("../support/signed-in");
  const importer = importing && (await cookieOf("townshipStaff", county, importing));
  const starting = performance.now();
  const server = await startServer();
  const started = performance.now() - starting;
  const bare = new Pool({ connectionString: appUrl, max: connections });
  const lines: Line[] = [];
  try {
    const serverPid = server.child.pid ?? 0;
    const site = new URL(server.url.replace("localhost", "127.0.0.1"));
    const at = { site, serverPid, postgresPid: await databasePid(admin), bare, admin, seconds };
    const isAsked = (name: string): boolean => only === undefined || name.includes(only);
    if (isAsked("figures")) lines.push(await countedAnew(county, bare));
    for (const workload of workloads.filter(({ name }) => isAsked(name))) {
      lines.push(await measuredOne(workload, at));
      note(JSON.stringify(lines.at(-1)));
    }
    if (importing && importer && only === undefined)
      lines.push(...(await imports({ url: site.origin, cookie: importer, township: importing })));
    if (isAsked("figures")) lines.push(...(await figures(county)));
    lines.push({
      workload: "server: start to first answer (ms); memory after load (MB) as p95",
      median: round(started, 0),
      p95: round(memoryOf(serverPid), 0),
      bar: "none",
      ok: true,
    });
  } finally {
    await client().$disconnect();
    await bare.end();
    server.child.kill("SIGTERM");
    await server.ended;
  }
  return lines;
}
