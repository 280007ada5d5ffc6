import type { Random } from "../../fuzz/random";
import { type Body, bodyFor } from "./hostile-bodies";
import { addressOf, longText, type partsOf } from "./surface";
import type { Sent } from "./wire";

type Header = Sent["headers"][number];

/** What the requests are made of. */
export type Supplies = {
  site: URL;
  /** Sign-ins are limited by address: those of the fuzz have addresses of their own. */
  address: () => string;
  part: ReturnType<typeof partsOf>;
  files: readonly Buffer[];
  township: string;
};

const methods = [
  "GET",
  "GET",
  "GET",
  "GET",
  "POST",
  "POST",
  "HEAD",
  "PUT",
  "DELETE",
  "PATCH",
  "OPTIONS",
  "TRACE",
];
const rareMethods = ["PROPFIND", "CONNECT", "get", "QUERY", "M-SEARCH", "LINK", "X"];

const queries: readonly string[] = [
  ...[
    "q=%00",
    "q=%ED%A0%80",
    "q=%",
    "q=' OR 1=1 --",
    "q=%25_%5C",
    "q[]=1&q=2",
    "page=-1",
    "page=1e9",
    "page=99999999999",
  ],
  ...[
    "page=0.5",
    "pageSize=2147483648",
    "sort=__proto__",
    "year=0000",
    "year=99999",
    "year=-1",
    "cell=C4.__proto__",
    "__proto__=1",
  ],
  ...[
    "input=%7B",
    "input=null",
    "input=%7B%22json%22%3A%7B%22township%22%3A%00",
    "callbackUrl=javascript:alert(1)",
    "_rsc=x",
  ],
  ...[
    "callbackUrl=//evil.example",
    "callbackUrl=http://evil.example/",
    "error=%3Cscript%3E",
    "nxtPtownship=1",
    "day=2026-02-30",
  ],
  ...[
    "level=x&state=y",
    "month=2026-13",
    "from=9999-12-31&to=0000-01-01",
    "%00=%00",
    "=",
    "&&&",
    "?",
    "a".repeat(6_000),
  ],
  ...[
    "township=999999999",
    "scheme=00000000-0000-0000-0000-000000000000",
    "url=%2Fetc%2Fpasswd&w=64&q=75",
    "q=",
    `q=${encodeURIComponent(longText)}`,
  ],
];

const listed = (given: string): Header[] =>
  given.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);

/** One at a time, beside what a request needs; among them what Next itself says to its own parts. */
const headers: readonly Header[] = [
  ...listed(`x-forwarded-host:evil.example
x-forwarded-host:a b, c
x-forwarded-proto:gopher
x-forwarded-port:99999999
x-real-ip:not an address
forwarded:for=_x;host=evil.example
x-request-id:<script>
x-http-method-override:DELETE
origin:null
origin:http://evil.example
origin:://
referer:http://[
sec-fetch-site:cross-site
range:bytes=0-0
range:bytes=99999999999999999999-
range:bytes=5-1,,
if-none-match:"
if-modified-since:31 Feb 0000
accept:text/x-component
accept:;;;q=x
accept-language:${"zh-CN,".repeat(500)}
accept-charset:utf-16
expect:100-continue
expect:banana
upgrade:websocket
upgrade:h2c
te:trailers, x;q=9
transfer-encoding:gzip
content-encoding:gzip
content-language:*
authorization:Basic ====
if-match:*
cache-control:max-age=99999999999999999999
rsc:1
rsc:x
next-router-state-tree:%5B%22
next-router-state-tree:x
next-router-state-tree:%5B%22%22%2C%7B%7D%5D
next-router-state-tree:%ED%A0%80
next-router-prefetch:1
next-router-prefetch:2
next-router-segment-prefetch:/_tree
next-router-segment-prefetch:/../x
next-hmr-refresh:1
next-url:/../..
next-url:%
next-action:x
next-action:00000000000000000000000000000000000000000000
next-resume:1
x-nextjs-data:1
x-nextjs-postponed:1
x-matched-path:/platform
x-invoke-path:/platform
x-invoke-status:500
x-invoke-output:/x
x-invoke-query:%7B
x-invoke-error:{
x-middleware-subrequest:src/proxy:src/proxy:src/proxy:src/proxy:src/proxy
x-middleware-subrequest-id:x
x-middleware-invoke:1
x-middleware-rewrite:http://evil.example/
x-middleware-override-headers:cookie
x-middleware-set-cookie:x=y
x-middleware-next:1
x-next-revalidated-tags:x
x-prerender-revalidate:x
x-now-route-matches:1
x-vercel-id:x
x-poll:1
purpose:prefetch
content-security-policy:script-src 'nonce-x\"><script>'
connection:x-forwarded-for
proxy-connection:keep-alive
trailer:x`),
  ["x-junk", "\u00ff\u0080"],
  ["x-junk", "a".repeat(9_000)],
  ["x-junk", "a".repeat(40_000)],
  ["x junk", "1"],
  ["x-junk\u0000", "1"],
  ["x-junk", "a\rb"],
  ["content-length", "-1"],
];

const hosts = [
  "evil.example",
  "a b",
  "",
  "localhost:99999999",
  "[::1",
  "127.0.0.1",
  "a@b",
  "..",
  "x".repeat(300),
];

const cookies: readonly string[] = [
  ...[
    "renda.session=%E0%A4%A",
    "renda.session=",
    "renda.session=a.b.c",
    `renda.session=${"a".repeat(5_000)}`,
    "=",
    ";;;",
  ],
  ...[
    "renda.session=eyJhbGciOiJub25lIn0..x.x.x",
    "next-auth.callback-url=x%3A%2F",
    "next-auth.csrf-token=%00",
    "a=\u0001",
  ],
  ...[
    "__Host-renda.session=x",
    "__Secure-next-auth.session-token=x",
    "renda.session=x; renda.session=y",
    "__proto__=1",
  ],
];

function cookieFor(own: string | null, random: Random): string[] {
  if (random.chance(0.06)) return [random.pick(cookies)];
  if (own === null) return [];
  // Somebody's cookie with one sign changed is nobody's.
  if (random.chance(0.03)) return [own.slice(0, -9) + (own.at(-9) === "A" ? "B" : "A") + own.slice(-8)];
  return random.chance(0.03) ? [own, random.pick(cookies)] : [own];
}

/** The length as it is, or a lie; where more is promised than comes, our side hangs up after what it has. */
function framed({ type, bytes }: Body, random: Random): Pick<Sent, "headers" | "body" | "cut"> {
  const typed: Header[] = [["content-type", type]];
  const sent = (headers: Header[], body = bytes, cut = false) => ({
    headers: [...typed, ...headers],
    body,
    cut,
  });
  if (random.chance(0.04)) return sent([["content-length", String(bytes.length + 50)]], bytes, true);
  if (random.chance(0.02)) return sent([["content-length", "250000000"]], bytes, true);
  if (random.chance(0.02))
    return sent([["content-length", random.pick(["x", "-1", "1, 2", "0x10", "9".repeat(30)])]]);
  if (random.chance(0.02) && bytes.length > 1) return sent([["content-length", String(bytes.length - 1)]]);
  const chunk = Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
  const last = Buffer.from("0\r\n\r\n");
  const chunked: Header[] = [["transfer-encoding", "chunked"]];
  if (random.chance(0.02)) return sent(chunked, chunk, true);
  if (random.chance(0.02)) return sent(chunked, Buffer.from("zz\r\nx\r\n"), true);
  if (random.chance(0.05)) return sent(chunked, bytes.length > 0 ? Buffer.concat([chunk, last]) : last);
  return sent([["content-length", String(bytes.length)]]);
}

/** What a query of ours takes, as the screens send it, nearly. */
function inputFor(township: string, random: Random): string {
  const right = { township, year: 2026, page: 1, pageSize: 20 };
  const wrong = {
    township,
    q: "a\u0000b",
    year: random.pick([0, -1, 2_147_483_648, 1e308]),
    state: [],
    month: "2026-13",
  };
  const fields = random.pick<object>([{ township }, { township }, right, wrong]);
  return `input=${encodeURIComponent(JSON.stringify(random.chance(0.8) ? { json: fields } : fields))}`;
}

function targetOf(path: string, township: string, random: Random): string {
  if (path.startsWith("/api/export/") && random.chance(0.7)) return `${path}?${inputFor(township, random)}`;
  const asked = random.chance(0.35) ? `${path}?${random.pick(queries)}` : path;
  if (random.chance(0.01))
    return random.pick(["*", "http://evil.example/", "//evil.example/", "x", "", "?", "/#"]);
  // Spaces and line ends would be another request, which the next test of the parser has.
  return asked.replace(/[\r\n ]/g, "%20");
}

function methodFor(route: string, random: Random): string {
  if (/^\/api\/(auth|files|import)\//.test(route) && random.chance(0.5)) return "POST";
  if (!route.startsWith("/api/") && random.chance(0.8)) return "GET";
  return random.chance(0.03) ? random.pick(rareMethods) : random.pick(methods);
}

/** One request to the route, as no browser sends it. */
export function hostileRequest(route: string, own: string | null, random: Random, supplies: Supplies): Sent {
  const { site, part, files, township } = supplies;
  const method = methodFor(route, random);
  const sent: Header[] = [["host", random.chance(0.03) ? random.pick(hosts) : site.host]];
  if (random.chance(0.01)) sent.push(["host", random.pick(hosts)]);
  sent.push(["x-forwarded-for", supplies.address()]);
  for (const cookie of cookieFor(own, random)) sent.push(["cookie", cookie]);
  while (random.chance(0.35)) sent.push(random.pick(headers));
  if (random.chance(0.4)) sent.push(["accept", "text/html"]);
  const plain = { target: targetOf(addressOf(route, random, part), township, random), method, headers: sent };
  if (!/^(POST|PUT|PATCH|DELETE)$/.test(method) && !random.chance(0.05))
    return { ...plain, body: null, cut: false };
  const { headers: framing, ...rest } = framed(bodyFor(route, random, files, township), random);
  return { ...plain, headers: [...sent, ...framing], ...rest };
}
