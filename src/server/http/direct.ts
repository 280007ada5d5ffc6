import { Buffer } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import securityHeaders from "./security-headers.mjs";

/** Answers a request as a route of the framework does. */
type Handler = (request: Request) => Promise<Response>;
type Route = { GET: Handler; POST: Handler };

// On the global object: the routes are loaded by Next, and the gate beside it.
const shared = globalThis as { directRoutes?: Map<string, Route> };
const routes = (shared.directRoutes ??= new Map());

/**
 * A route that the gate may ask itself, without the framework's router and its streams: they cost a third of what a list
 * costs. Said by the route's own module when Next loads it, so that both ways lead to one handler; until then Next is the way.
 * @param below where its addresses begin, such as "/api/trpc/"
 */
export function answerDirectly(below: string, route: Route): void {
  routes.set(below, route);
}

/** The handler for a request, if its route said that it may be asked directly. */
export function directHandler({ url = "", method }: IncomingMessage): Handler | null {
  if (method !== "GET" && method !== "POST") return null;
  for (const [below, route] of routes) if (url.startsWith(below)) return route[method];
  return null;
}

/** The whole body; null when it broke off, by whoever sent it or at the gate's limit. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  return headers;
}

/** Asks the handler and sends what it answers, with the headers that every answer has. */
export async function sendDirectly(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", headers } = request;
  const body = method === "GET" ? undefined : await bodyOf(request);
  if (body === null) return;
  const asking = new AbortController();
  const leave = (): void => asking.abort();
  response.once("close", leave);
  const scheme = String(headers["x-forwarded-proto"]);
  const answer = await handler(
    new Request(`${scheme}://${String(headers.host)}${request.url ?? ""}`, {
      method,
      headers: headersOf(request),
      signal: asking.signal,
      ...(body === undefined ? {} : { body }),
    }),
  );
  const text = Buffer.from(await answer.text());
  response.off("close", leave);
  if (response.headersSent || response.destroyed) return;
  for (const { key, value } of securityHeaders.everywhere) response.setHeader(key, value);
  if (scheme === "https") response.setHeader(securityHeaders.https.key, securityHeaders.https.value);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader("content-length", text.byteLength);
  response.writeHead(answer.status).end(text);
}
