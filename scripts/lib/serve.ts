import { createServer, type Server } from "node:http";
import { Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import type next from "next";
import { readEnvironment } from "@/lib/env";
import { trustedProxies } from "@/lib/addresses";
import { isLogged, logFault, watchProcess } from "@/server/http/faults";
import { createGate } from "@/server/http/gate";
import { answerTo, unparsable } from "@/server/http/refusals";
import { randomUUID } from "node:crypto";

/** Readiness says no for this long before anything is closed, so that a load balancer sends its requests elsewhere. */
const noticePeriod = 2_000;
/** How long a connection that is there already may take to say what it wants, once the port is closed. */
const idleGrace = 500;
/** Longer than any statement may take; the script that started us waits a little longer. */
const longestEnd = 20_000;

/** A connection whose request cannot be parsed gets a sentence too. */
function refuseUnparsable(error: Error, socket: Duplex): void {
  if (!socket.writable) return;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ECONNRESET") return;
  const { status, headers, body } = answerTo(unparsable(code), randomUUID(), false);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join("")}connection: close\r\n\r\n${body}`);
}

/**
 * What libraries print of an error quotes it; the log says the same without the words. A moment later, because the
 * layer that knows the route and the number may still be about to write the same error down; one line suffices.
 */
function takeOverConsole(): void {
  const report = (...said: unknown[]): void => {
    const error = said.find((one) => one instanceof Error) ?? said[0];
    setTimeout(() => {
      if (!isLogged()) logFault({ layer: "library", error });
    }, 50);
  };
  console.error = report;
  console.warn = report;
  // What a library will change in its next version concerns whoever updates it, and is no fault of any request.
  process.noDeprecation = true;
}

/** Waits for a short turn of the loop in which nobody knocked: whoever stands in the queue of a closing port is cut off. */
async function nobodyWaits(server: Server): Promise<void> {
  let knocks = 0;
  server.on("connection", () => (knocks += 1));
  for (const until = performance.now() + 1_000; performance.now() < until;) {
    const [before, begun] = [knocks, performance.now()];
    await new Promise((done) => setImmediate(done));
    if (knocks === before && performance.now() - begun < 1) return;
  }
}

async function stop(server: Server): Promise<void> {
  await new Promise((done) => setTimeout(done, noticePeriod));
  const timer = setTimeout(() => process.exit(1), longestEnd);
  timer.unref();
  await nobodyWaits(server);
  // The port alone: http's own close would cut connections whose request has come but was not read yet.
  const closed = new Promise((done) => NetServer.prototype.close.call(server, done));
  setInterval(() => {
    server.closeIdleConnections();
  }, idleGrace);
  await closed;
  process.exit(0);
}

/** Serves until a signal; then readiness turns first, requests in flight are finished, and nothing is cut off. */
export async function serve(createNext: typeof next): Promise<void> {
  const result = readEnvironment();
  if (!result.ok) throw new Error(result.problems.join(" "));
  const { port, baseUrl, trustedProxies: trusted } = result.env;
  const dev = process.env.NODE_ENV === "development";
  if (!dev) takeOverConsole();
  watchProcess();

  let stopping = false;
  const server = createServer({
    requestTimeout: 5 * 60_000,
    headersTimeout: 15_000,
    connectionsCheckingInterval: 5_000,
  });
  const app = createNext({ dev, dir: process.cwd(), port, httpServer: server, turbopack: true });
  await app.prepare();
  const gate = createGate({
    handler: app.getRequestHandler(),
    baseUrl: baseUrl === undefined ? null : new URL(baseUrl),
    trusted: trustedProxies(trusted),
    stopping: () => stopping,
  });
  server.on("request", gate).on("checkContinue", gate).on("clientError", refuseUnparsable);
  // Behind a proxy that keeps connections for a minute, ours must outlive them, or it would write into a closed one.
  server.keepAliveTimeout = 75_000;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      // An editor's hot reload keeps its connection for ever; nobody's work is lost in development.
      if (dev) process.exit(0);
      void stop(server);
    });
  }
  server.listen(port);
}
