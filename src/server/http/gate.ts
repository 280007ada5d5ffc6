import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { limitOf } from "@/lib/limits";
import { clientAddress } from "@/lib/addresses";
import { directHandler, sendDirectly } from "./direct";
import { isLogged, logFault, whileAnswering } from "./faults";
import { answerTo, internal, type Refusal, tooLarge, tooSlow, unknownEncoding, unreadable } from "./refusals";

export type GateOptions = {
  /** Answers what the gate lets through: Next. */
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  /** The address browsers use; then no header says what host or scheme this is. */
  baseUrl: URL | null;
  trusted: (address: string) => boolean;
  /** True from the moment the server is asked to stop. */
  stopping: () => boolean;
};

/** Health checks also answer at the root, where load balancers and orchestrators look first. */
const health: Record<string, string> = { "/livez": "/api/livez", "/readyz": "/api/readyz" };

const valuesOf = (request: IncomingMessage, name: string): string[] =>
  request.rawHeaders.filter((_, index, all) => index % 2 === 1 && all[index - 1]?.toLowerCase() === name);

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?", 1)[0] ?? "/";

/**
 * Client address, host and scheme are set here, for every route, from what our own side knows. Whatever the client
 * or an unknown proxy wrote into these headers is gone before anything reads them.
 */
function stateFacts(request: IncomingMessage, id: string, { baseUrl, trusted }: GateOptions): void {
  const { headers, socket } = request;
  const peer = socket.remoteAddress;
  const address = clientAddress(peer, String(headers["x-forwarded-for"] ?? ""), trusted);
  const vouched = peer !== undefined && trusted(peer.replace(/^::ffff:/, ""));
  const scheme = vouched && headers["x-forwarded-proto"] === "https" ? "https" : "http";
  for (const name of ["forwarded", "x-forwarded-port", "x-real-ip"]) Reflect.deleteProperty(headers, name);
  const host = baseUrl?.host ?? headers.host;
  Object.assign(headers, {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": baseUrl?.protocol.slice(0, -1) ?? scheme,
    "x-forwarded-for": address ?? "",
    "x-request-id": id,
  });
}

/** How long a refused client may go on sending: many read the answer only when they have sent everything. */
const lingers = 1_000;

function refuse(request: IncomingMessage, response: ServerResponse, id: string, refusal: Refusal): void {
  if (response.headersSent) {
    request.destroy();
    return;
  }
  const wantsPage =
    (request.headers.accept ?? "").includes("text/html") && !pathOf(request).startsWith("/api/");
  const { status, headers, body } = answerTo(refusal, id, wantsPage);
  response.writeHead(status, { ...headers, connection: "close" });
  response.write(body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, request.complete ? 0 : lingers);
  request.once("end", end).once("close", end).resume();
}

/**
 * Counts the body as it comes in, whoever reads it and whatever its length header says: past the limit nothing more
 * reaches the reader, and a body that is sent too slowly ends as well [S47].
 */
function watchBody(request: IncomingMessage, refused: (refusal: Refusal, error: Error) => void): void {
  const { bytes, milliseconds } = limitOf(pathOf(request));
  const push = request.push.bind(request);
  const timer = setTimeout(() => end(tooSlow), milliseconds);
  let size = 0;
  let over = false;
  function end(refusal: Refusal): void {
    clearTimeout(timer);
    over = true;
    // The reader is told that the body broke off; it must not take a part for the whole.
    const error = new Error("body cut off at its limit");
    refused(refusal, error);
    request.emit("error", error);
  }
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (over) return true;
    size += chunk?.length ?? 0;
    if (size > bytes) {
      end(tooLarge(bytes));
      return true;
    }
    if (chunk === null) clearTimeout(timer);
    return push(chunk, encoding);
  };
  request.once("close", () => clearTimeout(timer));
}

const isPage = (response: ServerResponse): boolean =>
  /html|x-component/.test(String(response.getHeader("content-type") ?? ""));

/** How long a library may take to say what broke, once the answer is out. */
const lastWord = 100;

/** Every failure has a line, also one that was answered without anybody noting it; so has every page that shows a number. */
function logUnnoticed(response: ServerResponse): void {
  const status = response.statusCode;
  const note = (): void => {
    if (!isLogged()) logFault({ layer: "gate", status });
  };
  if (status >= 500 && !isLogged()) setTimeout(note, lastWord);
  else if (status >= 400 && isPage(response)) note();
}

function refusalOf(request: IncomingMessage): Refusal | null {
  const found = unreadable({
    method: request.method ?? "GET",
    target: request.url ?? "",
    hosts: valuesOf(request, "host"),
    cookie: request.headers.cookie ?? "",
  });
  if (found !== null) return found;
  const { bytes } = limitOf(pathOf(request));
  const { headers } = request;
  if (Number(headers["content-length"] ?? 0) > bytes) return tooLarge(bytes);
  return unknownEncoding(headers["content-type"] ?? "", headers["content-encoding"] ?? "");
}

/** Stands before every route: what passes is readable, bounded, and says truthfully where it comes from. */
export function createGate(options: GateOptions) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const id = randomUUID();
    whileAnswering({ id, path: pathOf(request) }, () => {
      const noted = AsyncResource.bind(() => logUnnoticed(response));
      const refusal = refusalOf(request);
      if (refusal !== null) {
        response.once("finish", noted);
        refuse(request, response, id, refusal);
        return;
      }
      stateFacts(request, id, options);
      response.setHeader("x-request-id", id);
      if (options.stopping()) response.setHeader("connection", "close");
      const path = pathOf(request);
      request.url = health[path] ?? request.url;
      if (options.stopping() && request.url === "/api/readyz") {
        response.writeHead(503).end("stopping");
        return;
      }
      response.once("finish", noted);
      if (request.headers.expect !== undefined) response.writeContinue();
      const late = (refusal: Refusal, error: Error): void => {
        logFault({ layer: "gate", status: refusal.status, error });
        refuse(request, response, id, refusal);
      };
      watchBody(request, AsyncResource.bind(late));
      const direct = directHandler(request);
      const answered =
        direct === null ? options.handler(request, response) : sendDirectly(direct, request, response);
      answered.catch((error: unknown) => {
        logFault({ layer: "gate", error, status: 500 });
        if (!response.writableEnded) refuse(request, response, id, internal(id));
      });
    });
  };
}
