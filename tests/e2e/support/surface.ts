import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { recordKinds } from "@/domains/record-kinds";
import { pagedTypes } from "@/domains/registry";
import { listProcedures } from "@/server/trpc/registry";
import type { Random } from "../../fuzz/random";
import { routesOfApp, visits, visitsOf } from "./routes";
import { type SeededWorld, worldOfThisRun } from "./world";

/** Every address of a route handler but the procedures', which have a fuzz of their own; as Next reads the folders. */
function handlersOfApp(): string[] {
  const files = readdirSync(resolve("src/app"), { recursive: true, encoding: "utf8" });
  const handlers = files.filter((file) => /(^|\/)route\.tsx?$/.test(file));
  return handlers
    .map((file) => join("/", file).replace(/\/route\.tsx?$/, ""))
    .filter((route) => !route.startsWith("/api/trpc/"))
    .sort();
}

/** What the server answers besides the folders of the application. */
const beside = [
  ...["/livez", "/readyz", "/favicon.ico", "/robots.txt", "/404", "/500", "/_error", "/.env", "/api", "/x"],
  ...[
    "/_next/image",
    "/_next/data/x/index.json",
    "/_next/static/chunks/x.js",
    "/_next/static/../../package.json",
  ],
  ...["/_next/static/chunks", "/_next/webpack-hmr", "/_next", "/__nextjs_original-stack-frame", "/t", "/c"],
];

export const handlers: readonly string[] = handlersOfApp();
export const surface: readonly string[] = [...handlers, ...routesOfApp(), ...beside];

export const longText = "长".repeat(700);

/** Parts of an address that nobody should send. */
const strangeParts: readonly string[] = [
  ...[
    "..",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e",
    "%00",
    "a%00b",
    "%",
    "%E0%A4%A",
    "%ff",
    "%ED%A0%80",
    "%0d%0aX:1",
  ],
  ...[
    "",
    ".",
    "%20",
    "0",
    "-1",
    "null",
    "__proto__",
    "constructor",
    "a".repeat(3_000),
    "%E9%95%BF".repeat(400),
  ],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "[id]",
    "(group)",
    "@slot",
    "%5Bid%5D",
    ";a=b",
    "a\\b",
    "' OR 1=1 --",
  ],
  ...[
    "999999999",
    "１２３４５６",
    "%25%32%65",
    "~root",
    "a:b",
    "a|b",
    "<script>alert(1)</script>",
    "%7B%7B7*7%7D%7D",
  ],
];

const procedures = listProcedures().map(({ path }) => path);
const imports = procedures.filter((path) => path.includes(".import"));
const exports = procedures.filter((path) => path.includes(".export"));
const actions = [
  "csrf",
  "session",
  "providers",
  "signin",
  "signout",
  "error",
  "callback",
  "_log",
  "verify-request",
];

/** What stands for a part of an address in brackets: the right thing, somebody else's, or nothing of the kind. */
export function partsOf(foreign: SeededWorld): (name: string, random: Random) => string {
  const own = worldOfThisRun();
  const ids = [...Object.values(own.records), ...Object.values(foreign.records)];
  const townships = [own.township.code, own.neighbour.code, foreign.township.code];
  const known: Record<string, readonly string[]> = {
    township: townships,
    county: [own.county.code, foreign.county.code],
    id: ids,
    recordId: ids,
    edition: ids,
    file: [...ids, "x"],
    // Addresses of calendars are secrets of the accounts that made them: none of these is one.
    token: ["x", "x.ics", "a".repeat(43), `${"a".repeat(43)}.ics`, ...ids],
    key: [...pagedTypes, ...pagedTypes, "x", ...ids],
    path: [...imports, ...exports, ...exports, "accounts.list", "x.export", "suggestions.exportRows.x"],
    book: ["presidium", "suggestions", "roster", "documents", "policies", "x"],
    "...nextauth": [
      ...actions,
      "callback/credentials",
      "signin/credentials",
      "callback/x",
      "signin/../callback",
    ],
    "...record": [
      ...recordKinds.flatMap(visitsOf).map((path) => path.slice(1)),
      "posts/new/x",
      "posts/x/edit",
    ],
    "...path": [
      "townships",
      "metrics",
      "figures",
      "suggestions",
      "sessions",
      "projects",
      "openapi.json",
      "x",
      "figures/x",
    ],
    "...unknown": ["no/such/page", "suggestions/x/y/z", "%2e%2e/%2e%2e"],
  };
  return (name, random) => {
    const values = known[name];
    // A new kind of part must be given something right to stand for it, or its route would never be reached.
    if (values === undefined)
      throw new Error(`[${name}] of src/app: say in tests/e2e/support/surface.ts what it may be`);
    return random.pick(random.chance(0.85) ? values : strangeParts);
  };
}

/** An address of the route; for pages half of the time the very one the screens open. */
export function addressOf(route: string, random: Random, part: ReturnType<typeof partsOf>): string {
  const opened = visits.filter((visit) => visit.route === route);
  if (opened.length > 0 && random.chance(0.4)) return encodeURI(random.pick(opened).path);
  const path = route.replace(/\[([^\]]+)\]/g, (_, name: string) => part(name, random)) || "/";
  if (random.chance(0.06)) return `${path}/${random.pick(strangeParts)}`;
  if (random.chance(0.03)) return path.replaceAll("/", random.pick(["//", "/./", "\\", "%2f", "/%2e/"]));
  return path;
}
