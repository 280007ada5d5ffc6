import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { sqlStateOf } from "@/server/db/sql-state";

/** What the gate knows of the request that is being answered. */
type Answering = { id: string; path: string; logged: boolean };

// On the global object: the gate and the pages are loaded separately, yet speak of the same request.
const shared = globalThis as {
  answering?: AsyncLocalStorage<Answering>;
  loggedErrors?: WeakSet<object>;
};
const answering = (shared.answering ??= new AsyncLocalStorage());
const loggedErrors = (shared.loggedErrors ??= new WeakSet());

/** Runs everything that answers one request, so that whatever fails on the way knows its number. */
export const whileAnswering = <Result>(request: { id: string; path: string }, work: () => Result): Result =>
  answering.run({ ...request, logged: false }, work);

/** The number a person reads on the error page and the administrator finds in the log. */
export const requestId = (): string => answering.getStore()?.id ?? randomUUID();

/** Whether the request being answered has a line in the log already. */
export const isLogged = (): boolean => answering.getStore()?.logged ?? false;

export type Layer = "gate" | "page" | "route" | "trpc" | "auth" | "job" | "process" | "library";

export type Fault = {
  layer: Layer;
  error?: unknown;
  /** A route's pattern or a procedure's name; never an address with what people typed. */
  route?: string;
  code?: string;
  status?: number;
  digest?: string | undefined;
  request?: string;
  /** A sentence of our own that asks the administrator to act; never an error's words. */
  advice?: string;
};

/** Path segments of our own making: words, codes and ids. Anything else may be what somebody typed, and longer ones a key. */
export const pathInLog = (path: string): string =>
  path
    .slice(0, 300)
    .split("/")
    .map((segment) => (/^[\w.@[\]-]{0,36}$/.test(segment) ? segment : "…"))
    .join("/");

function rootOf(error: unknown, depth = 0): unknown {
  const wrapped = error instanceof Error && error.name === "TRPCError" && error.cause instanceof Error;
  return wrapped && depth < 4 ? rootOf(error.cause, depth + 1) : error;
}

const field = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;

const word = (value: unknown): string | undefined =>
  typeof value === "string" && /^[\w.:-]{1,80}$/.test(value) ? value : undefined;

/** Where it happened, without the message: that may quote what somebody entered. */
function framesOf(error: unknown): string[] | undefined {
  const stack = field(error, "stack");
  if (typeof stack !== "string") return undefined;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 6).map((line) => line.trim().replaceAll(process.cwd(), "").slice(0, 200));
}

// JSON itself escapes what lies below the blank only; these would still move a terminal's cursor or turn its text.
const unseen = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** One line of JSON for one fault. */
export function faultLine(fault: Fault, at = new Date()): string {
  const { layer, status } = fault;
  const root = rootOf(fault.error);
  const store = answering.getStore();
  const line = {
    at: at.toISOString(),
    level: status !== undefined && status < 500 ? "notice" : "error",
    layer,
    request: fault.request ?? store?.id,
    route: fault.route ?? (store && pathInLog(store.path)),
    status,
    code: fault.code ?? word(field(root, "code")),
    sqlstate: sqlStateOf(root) ?? undefined,
    error: word(field(root, "name")),
    digest: fault.digest ?? word(field(fault.error, "digest")),
    stack: framesOf(root),
    advice: fault.advice,
  };
  return JSON.stringify(line).replace(unseen, escaped);
}

/** Writes a fault down, once: the same error passing through several layers, or a library's own report of it, counts as one. */
export function logFault(fault: Fault): void {
  const root = rootOf(fault.error);
  if (typeof root === "object" && root !== null) {
    if (loggedErrors.has(root)) return;
    loggedErrors.add(root);
  }
  const store = answering.getStore();
  if (store) store.logged = true;
  process.stderr.write(`${faultLine(fault)}\n`);
}

/**
 * What nobody caught, such as an error of a connection that nobody listens to, gets its line and ends nothing: every
 * request has a transaction of its own, and whoever else is being served goes on.
 */
export function watchProcess(): void {
  process.on("uncaughtException", (error) => logFault({ layer: "process", error }));
  process.on("unhandledRejection", (error) => logFault({ layer: "process", error }));
}
