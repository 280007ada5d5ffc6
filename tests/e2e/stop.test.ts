import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sleep } from "../../scripts/lib/processes";
import { world } from "./support/browser";
import { createUnit, signInOverHttp } from "./support/http";
import { readiness, secondServer } from "./support/second-server";

let server: ChildProcess;
let url: string;
let cookie: string;
let log: () => string[];

beforeAll(async () => {
  ({ child: server, url, log } = await secondServer());
  cookie = await signInOverHttp(world.url, world.accounts.staff);
});
afterAll(() => server.kill("SIGKILL"));

it("[S86] asked to stop under load: readiness says no first, what was accepted is answered, no acknowledged write is lost", async () => {
  const acknowledged: string[] = [];
  const failures: string[] = [];
  let going = true;
  const writer = async (): Promise<void> => {
    while (going) {
      const name = `停机-${randomUUID()}`;
      try {
        const status = await createUnit(url, cookie, name);
        if (status === 200) acknowledged.push(name);
        else failures.push(String(status));
      } catch (error) {
        // Only once nobody listens any more may a request come to nothing: it was never begun.
        const code = String(Reflect.get((error as Error).cause ?? {}, "code"));
        if (code !== "ECONNREFUSED") failures.push(code);
        return;
      }
    }
  };
  const writers = Array.from({ length: 6 }, writer);
  await sleep(1_000);
  const before = acknowledged.length;
  const ended = new Promise<number | null>((done) => server.once("exit", done));
  server.kill("SIGTERM");
  // On a busy machine the signal arrives when it arrives; from then on readiness says no.
  let ready = 200;
  for (let tries = 0; tries < 50 && ready === 200; tries += 1) {
    await sleep(30);
    ready = await readiness(url);
  }
  expect(ready).toBe(503);
  expect((await fetch(`${url}/livez`)).status).toBe(200);
  expect(await createUnit(url, cookie, `停机中-${randomUUID()}`)).toBe(200);
  expect(await ended).toBe(0);
  going = false;
  await Promise.all(writers);
  expect(failures).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(before);
  const listed = new Set<string>();
  for (let page = 1; page < 100; page += 1) {
    const input = { township: world.township.code, q: "停机-", page, pageSize: 100 };
    const address = `${world.url}/api/trpc/units.list?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
    const text = await (await fetch(address, { headers: { cookie } })).text();
    const names = text.match(/停机-[0-9a-f-]{36}/g) ?? [];
    for (const name of names) listed.add(name);
    if (names.length === 0) break;
  }
  expect(acknowledged.filter((name) => !listed.has(name))).toEqual([]);
  expect(log()).toEqual([]);
});
