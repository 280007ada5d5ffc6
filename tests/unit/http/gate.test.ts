import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { trustedProxies } from "@/lib/addresses";
import { createGate, type GateOptions } from "@/server/http/gate";

const seen: IncomingMessage["headers"][] = [];
let read = 0;

/** Stands for Next: reads whatever body it is given, then answers. */
const behind: GateOptions["handler"] = async (incoming, response) => {
  seen.push({ ...incoming.headers });
  for await (const chunk of incoming) read += (chunk as Buffer).length;
  if (incoming.url === "/api/livez") response.end("alive");
  else if (incoming.url === "/fails") throw new Error("password=张三 at db-7");
  else response.end("passed");
};

let stopping = false;
const serve = async (baseUrl: URL | null, trusted: string): Promise<Server> => {
  const options = { handler: behind, baseUrl, trusted: trustedProxies(trusted), stopping: () => stopping };
  const gate = createGate(options);
  const server = createServer(gate).on("checkContinue", gate);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
};

let open: Server;
let proxied: Server;
beforeAll(async () => {
  open = await serve(null, "");
  proxied = await serve(new URL("https://renda.example"), "127.0.0.1");
});
afterAll(() => {
  for (const server of [open, proxied]) server.close();
});
afterEach(() => {
  seen.length = 0;
  read = 0;
  vi.restoreAllMocks();
});

type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };
type Sent = { method?: string; headers?: Record<string, string | string[]>; body?: Buffer; server?: Server };

function send(
  path: string,
  { method = "GET", headers = {}, body, server = open }: Sent = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    const outgoing = request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on("error", fail);
    if (body) outgoing.write(body);
    outgoing.end();
  });
}

/** Sends a chunked body until told to stop; answers what came back and how much was taken. */
function pour(path: string, megabytes: number): Promise<{ status: number; sent: number }> {
  const { port } = open.address() as AddressInfo;
  const chunk = Buffer.concat([Buffer.from("10000\r\n"), Buffer.alloc(65_536, 0x20), Buffer.from("\r\n")]);
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    let sent = 0;
    let text = "";
    const finish = () => done({ status: Number(/ (\d{3}) /.exec(text)?.[1] ?? 0), sent });
    socket.on("data", (part) => (text += part.toString()));
    socket.on("error", () => undefined).on("close", finish);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: renda.example\r\ntransfer-encoding: chunked\r\n\r\n`);
    const next = (): void => {
      while (sent < megabytes * 1_048_576 && !socket.destroyed) {
        sent += chunk.length;
        if (!socket.write(chunk)) {
          socket.once("drain", next);
          return;
        }
      }
      socket.end("0\r\n\r\n");
    };
    next();
  });
}

describe("[S47] one limit before every route, by bytes that really come in", () => {
  it.each([
    ["/api/auth/callback/credentials", 64 * 1024],
    ["/api/trpc/units.create", 2 * 1_048_576],
    ["/api/auth/signout", 64 * 1024],
    ["/api/nothing", 64 * 1024],
  ])("%s takes no more than %i bytes", async (path, most) => {
    const right = await send(path, { method: "POST", body: Buffer.alloc(most) });
    expect([right.status, read]).toEqual([200, most]);
    const told = await send(path, { method: "POST", headers: { "content-length": String(most + 1) } });
    expect(told.status).toBe(413);
    read = 0;
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const poured = await pour(path, 250);
    expect(poured.status).toBe(413);
    expect(read).toBeLessThanOrEqual(most);
  });

  it("an import may have 12 MB and an attachment 20", async () => {
    const body = Buffer.alloc(12 * 1_048_576);
    expect((await send("/api/import/deputies.importRows", { method: "POST", body })).status).toBe(200);
    expect((await send("/api/files/331001101/activity/x", { method: "POST", body })).status).toBe(200);
  });

  it("a client that waits to be asked for its body is not asked for one that is too large", async () => {
    const headers = { expect: "100-continue", "content-length": "250000000" };
    expect((await send("/api/auth/callback/credentials", { method: "POST", headers })).status).toBe(413);
  });
});

describe("[S48] what cannot be read is 400 with a sentence, never 500", () => {
  it.each([
    ["a path that ends inside a character", "/%E0%A4%A", {}],
    ["a path with a lone percent sign", "/t/%", {}],
    ["a NUL in the path", "/t/%00", {}],
    ["a line break in the path", "/t/%0d%0aset-cookie:x", {}],
    ["a path that names another host", "//evil.example/x", {}],
    ["a whole address", "http://evil.example/", {}],
    ["a backslash", "/\\evil.example", {}],
    ["dots that lead elsewhere", "/api/../sign-in", {}],
    ["dots in disguise", "/api/%2e%2E/sign-in", {}],
    ["our own cookie cut short", "/", { cookie: "a=1; renda.session=%E0%A4%A" }],
    ["next-auth's cookie cut short", "/", { cookie: "next-auth.csrf-token=%" }],
    ["a host with a path", "/", { host: "evil.example/x" }],
    ["a host with a blank", "/", { host: "a b" }],
    ["a host with a user", "/", { host: "me@evil.example" }],
    ["a port out of range", "/", { host: "renda.example:99999" }],
  ])("%s", async (_what, path, headers) => {
    const { status, text } = await send(path, { headers });
    expect(status).toBe(400);
    expect((JSON.parse(text) as { error: { message: string } }).error.message).toMatch(/\p{Script=Han}/u);
    expect(seen).toEqual([]);
  });

  it("a browser gets a page, in Chinese and with a number, and its broken cookie is taken away", async () => {
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const headers = { accept: "text/html,*/*", cookie: "renda.session=%E0" };
    const answer = await send("/t/331001101", { headers });
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
    expect(answer.text).toContain("请刷新页面重新登录");
    expect(answer.text).toContain(`请求编号 ${String(answer.headers["x-request-id"])}`);
    expect(answer.headers["set-cookie"]).toEqual(["renda.session=; Path=/; Max-Age=0; HttpOnly"]);
  });

  it.each([
    ["TRACE", "/livez", "GET, HEAD"],
    ["OPTIONS", "/api/auth/csrf", "GET, HEAD, POST"],
    ["DELETE", "/api/files/331001101/x", "GET, HEAD, POST"],
    ["POST", "/sign-in", "GET, HEAD"],
    ["POST", "/t/331001101", "GET, HEAD"],
  ])(
    "%s %s is 405 and reaches no page: none takes forms, and Next fails at what it does not know",
    async (method, path, allow) => {
      const { status, headers, text } = await send(path, { method });
      expect([status, headers.allow]).toEqual([405, allow]);
      expect(text).toMatch(/没有保存/);
      expect(seen).toEqual([]);
    },
  );

  it("another program's broken cookie on the same machine locks nobody out", async () => {
    expect((await send("/", { headers: { cookie: "other=%E0%A4%A" } })).status).toBe(200);
  });
});

describe("[S32] who is asking, and where, is what our own side knows", () => {
  it("nobody is believed unless named: forwarded addresses, hosts and schemes are gone", async () => {
    const forged = {
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "1",
      "x-real-ip": "1.2.3.4",
      "x-request-id": "mine",
      forwarded: "for=1.2.3.4",
    };
    await send("/", { headers: { ...forged, host: "renda.example:3000" } });
    const [headers] = seen;
    expect(headers).toMatchObject({
      host: "renda.example:3000",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "renda.example:3000",
      "x-forwarded-proto": "http",
    });
    expect(headers?.["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(headers)).not.toMatch(/1\.2\.3\.4|evil|mine/);
  });

  it("behind our own proxy the client is the one it names; host and scheme are BASE_URL's, whatever is asked for", async () => {
    const headers = { "x-forwarded-for": "6.6.6.6, 198.51.100.7", host: "10.0.0.5:3000" };
    await send("/", { server: proxied, headers });
    expect(seen[0]).toMatchObject({
      host: "renda.example",
      "x-forwarded-for": "198.51.100.7",
      "x-forwarded-host": "renda.example",
      "x-forwarded-proto": "https",
    });
  });
});

describe("health and failures", () => {
  it("/livez and /readyz answer at the root too", async () => {
    expect((await send("/livez")).text).toBe("alive");
    expect((await send("/readyz")).status).toBe(200);
  });

  it("[S86] once asked to stop, readiness says no first, while requests are still answered and connections wound up", async () => {
    stopping = true;
    try {
      for (const path of ["/readyz", "/api/readyz"]) expect((await send(path)).status).toBe(503);
      const answer = await send("/t/331001101");
      expect([answer.status, answer.headers.connection]).toEqual([200, "close"]);
      expect((await send("/livez")).status).toBe(200);
    } finally {
      stopping = false;
    }
  });

  it("[S62][S64] a handler that throws is 500 with a number; the log has it as one line, without the message", async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    const { status, text, headers } = await send("/fails");
    expect(status).toBe(500);
    expect(text).toContain(String(headers["x-request-id"]));
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines[0] ?? "") as Record<string, unknown>;
    expect(line).toMatchObject({
      level: "error",
      layer: "gate",
      request: headers["x-request-id"],
      route: "/fails",
    });
    expect(lines[0]).not.toMatch(/张三|password|db-7/);
  });
});

describe("what the gate answers by itself", () => {
  it.each([
    ["400", "/t/%", {}],
    ["405", "/sign-in", { method: "POST" }],
    ["413", "/api/trpc/units.create", { method: "POST", headers: { "content-length": "250000000" } }],
    ["415", "/api/trpc/units.create", { method: "POST", headers: { "content-encoding": "gzip" } }],
  ])("%s has the headers that protect a browser [S48]", async (status, path, sent) => {
    const answer = await send(path, sent);
    expect(String(answer.status)).toBe(status);
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  it.each([
    [{ "content-type": "application/json; charset=gbk" }, 415],
    [{ "content-type": 'application/json;charset="ISO-8859-1"' }, 415],
    [{ "content-type": "application/json", "content-encoding": "br" }, 415],
    [{ "content-type": "application/json; charset=UTF-8", "content-encoding": "identity" }, 200],
    [{ "content-type": "multipart/form-data; boundary=x" }, 200],
  ])(
    "a body %o is answered %i, and read only in the one encoding there is [S48]",
    async (headers, status) => {
      const answer = await send("/api/trpc/units.create", {
        method: "POST",
        headers,
        body: Buffer.from("{}"),
      });
      expect(answer.status).toBe(status);
      expect(seen.length).toBe(status === 200 ? 1 : 0);
      if (status === 415) expect(answer.text).toContain("请用 UTF-8 编码");
    },
  );
});
