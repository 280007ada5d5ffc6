import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

export type Sent = { path: string; cookie: string; body?: string };
/** What came of a while of asking: how many were answered, in how long, and how long each took. */
export type Driven = { answered: number; seconds: number; samples: number[]; failed: string[] };

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks once; answers what is wrong with the answer, or null. */
export function ask(site: URL, { path, cookie, body }: Sent, within = 30_000): Promise<string | null> {
  const { hostname: host, port, origin } = site;
  const headers = {
    cookie,
    ...(body === undefined
      ? {}
      : { "content-type": "application/json", origin, "content-length": Buffer.byteLength(body) }),
  };
  const method = body === undefined ? "GET" : "POST";
  return new Promise((done) => {
    const outgoing = request({ host, port, path, method, headers, agent, timeout: within }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const said = Buffer.concat(parts);
        const right = response.statusCode === 200 && said.includes('"result"');
        done(right ? null : `${response.statusCode}: ${said.toString("utf8").slice(0, 200)}`);
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within ${within} ms`)));
    outgoing.on("error", (error) => done(String(error)));
    outgoing.end(body);
  });
}

/** Keeps `atOnce` of them going for a while. */
export async function driven(
  work: (turn: number) => Promise<string | null>,
  atOnce: number,
  milliseconds: number,
): Promise<Driven> {
  const samples: number[] = [];
  const failed: string[] = [];
  const begun = performance.now();
  let turn = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) {
      const asked = performance.now();
      const wrong = await work(turn++);
      samples.push(performance.now() - asked);
      if (wrong !== null) failed.push(wrong);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return {
    answered: samples.length - failed.length,
    seconds: (performance.now() - begun) / 1_000,
    samples,
    failed,
  };
}
