import { Client } from "pg";
import { inject } from "vitest";
import { GET, POST } from "@/app/api/trpc/[trpc]/route";

const site = "http://renda.example:3000";
const ownSite = { host: "renda.example:3000", origin: site, "sec-fetch-site": "same-origin" };

type Headers = Record<string, string>;
export type Answered = { status: number; headers: globalThis.Headers; text: string };

async function answered(response: Response | Promise<Response>): Promise<Answered> {
  const { status, headers } = await response;
  return { status, headers, text: await (await response).text() };
}

/** A query as the browser sends it. */
export function ask(
  path: string,
  input: unknown,
  cookie: string | null,
  headers: Headers = {},
): Promise<Answered> {
  const url = `${site}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
  return answered(
    GET(new Request(url, { headers: { ...ownSite, ...(cookie === null ? {} : { cookie }), ...headers } })),
  );
}

/** Several queries in one request. */
export function askAll(calls: readonly [path: string, input: unknown][], cookie: string): Promise<Answered> {
  const inputs = Object.fromEntries(calls.map(([, input], index) => [index, { json: input }]));
  const paths = calls.map(([path]) => path).join(",");
  const url = `${site}/api/trpc/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
  return answered(GET(new Request(url, { headers: { ...ownSite, cookie } })));
}

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/** Any POST to a procedure, with a body as it stands. */
export function post(
  path: string,
  body: Body,
  cookie: string,
  headers: Headers = {},
  signal: AbortSignal | null = null,
): Promise<Answered> {
  const init = { method: "POST", body, signal, duplex: "half" as const };
  const sent = { ...ownSite, "content-type": "application/json", cookie, ...headers };
  return answered(POST(new Request(`${site}/api/trpc/${path}`, { ...init, headers: sent })));
}

/** A change as the browser sends it. */
export const send = (
  path: string,
  input: unknown,
  cookie: string,
  headers: Headers = {},
  signal: AbortSignal | null = null,
): Promise<Answered> => post(path, JSON.stringify({ json: input }), cookie, headers, signal);

/** The id that a successful create answered. */
export function idOf({ status, text }: Answered): string {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return (JSON.parse(text) as { result: { data: { json: { id: string } } } }).result.data.json.id;
}

/** Runs SQL as the database's administrator, for putting things in place and for looking behind the policies. */
export async function behind<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: inject("adminUrl") });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
