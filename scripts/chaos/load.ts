import { randomUUID } from "node:crypto";
import { sleep } from "../lib/processes";
import { type ChaosWorld, url } from "./world";

/** What came of the requests: written and said so, refused with a sentence, cut off without an answer, or never begun. */
export type Tally = {
  acknowledged: string[];
  refused: Record<string, number>;
  cutOff: number;
  closed: number;
  slowest: number;
};

/** The cookie of somebody who signed in by name and password, as the browser does. */
export async function signIn({ seeded }: ChaosWorld): Promise<string> {
  const opened = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const kept = (response: Response): string[] =>
    response.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
  const cookie = kept(opened).join("; ");
  const body = new URLSearchParams({ ...seeded.accounts.staff, csrfToken, json: "true" });
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie },
    body,
  });
  const session = kept(answer).find((one) => one.includes("renda.session"));
  if (session === undefined) throw new Error(`sign-in: ${answer.status}`);
  return session;
}

/** One new handling unit: the smallest change that is audited. */
async function write(world: ChaosWorld, cookie: string, name: string): Promise<number> {
  const input = {
    township: world.seeded.township.code,
    idempotencyKey: randomUUID(),
    name,
    kind: "government",
  };
  const response = await fetch(`${url}/api/trpc/units.create`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", origin: url },
    body: JSON.stringify({ json: input }),
    signal: AbortSignal.timeout(60_000),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Nobody listens: the request never reached a server, so nothing of it can be lost. */
const isClosed = (error: unknown): boolean =>
  error instanceof Error && String(Reflect.get(error.cause ?? error, "code")) === "ECONNREFUSED";

/** Writers that go on whatever happens to the server, until they are told to end. */
export function load(world: ChaosWorld, cookie: string, writers = 6) {
  const tally: Tally = { acknowledged: [], refused: {}, cutOff: 0, closed: 0, slowest: 0 };
  let going = true;
  async function writer(): Promise<void> {
    while (going) {
      const name = `chaos-${randomUUID()}`;
      const started = performance.now();
      const status = await write(world, cookie, name).catch((error: unknown) => (isClosed(error) ? -1 : 0));
      tally.slowest = Math.max(tally.slowest, Math.round(performance.now() - started));
      if (status === 200) tally.acknowledged.push(name);
      else if (status > 0) tally.refused[status] = (tally.refused[status] ?? 0) + 1;
      else if (status === 0) tally.cutOff += 1;
      else tally.closed += 1;
      if (status !== 200) await sleep(100);
    }
  }
  const all = Array.from({ length: writers }, writer);
  return {
    tally,
    end: async (): Promise<Tally> => {
      going = false;
      await Promise.all(all);
      return tally;
    },
  };
}
