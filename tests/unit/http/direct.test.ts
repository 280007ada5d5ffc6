import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { trustedProxies } from "@/lib/addresses";
import { answerDirectly } from "@/server/http/direct";
import { createGate } from "@/server/http/gate";

const below = "/api/asked-directly/";
const cut: string[] = [];

/** Stands for a route of the API: says what it was asked, and fails on demand. */
async function answer(asked: Request): Promise<Response> {
  if (asked.url.endsWith("/fails")) throw new Error("password=张三 at db-7");
  if (asked.url.endsWith("/waits"))
    await new Promise<void>((done) => {
      cut.push("asked");
      asked.signal.addEventListener("abort", () => {
        cut.push("left");
        done();
      });
    });
  const told = { url: asked.url, host: asked.headers.get("host"), body: await asked.text() };
  return Response.json(told, { status: 207, headers: { "x-own": "said" } });
}

let server: Server;
const behind = vi.fn((_: IncomingMessage, response: { end: (text: string) => void }) => {
  response.end("next");
  return Promise.resolve();
});

beforeAll(async () => {
  answerDirectly(below, { GET: answer, POST: answer });
  const gate = createGate({
    handler: behind,
    baseUrl: new URL("https://renda.example"),
    trusted: trustedProxies("127.0.0.1"),
    stopping: () => false,
  });
  server = createServer(gate);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
});

type Answer = { status: number; headers: IncomingMessage["headers"]; text: string };

const send = (path: string, method = "GET", body?: string): Promise<Answer> =>
  new Promise((done, fail) => {
    const { port } = server.address() as AddressInfo;
    const headers = { "x-forwarded-proto": "https", "content-type": "application/json" };
    const outgoing = request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    outgoing.on("error", fail).end(body);
  });

it("what a route answers arrives as it said it, and it is asked with the address that our own side knows [S32]", async () => {
  const { status, headers, text } = await send(`${below}list?input=%7B%7D`, "POST", '{"名":"张"}');
  expect(status).toBe(207);
  expect(headers["x-own"]).toBe("said");
  expect(JSON.parse(text)).toEqual({
    url: `https://renda.example${below}list?input=%7B%7D`,
    host: "renda.example",
    body: '{"名":"张"}',
  });
  expect(behind).not.toHaveBeenCalled();
});

it("it has the headers that protect a browser, as every other answer has", async () => {
  const { headers } = await send(`${below}list`);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

it("another method is Next's to refuse", async () => {
  expect((await send(`${below}list`, "HEAD")).status).toBe(200);
  expect(behind).toHaveBeenCalledOnce();
});

it("a route that throws is 500 with a number and without its words [S62]", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { status, text } = await send(`${below}fails`);
  expect(status).toBe(500);
  expect(text).not.toContain("张三");
  vi.restoreAllMocks();
});

it("a body past its limit is 413, and the route never sees a part of it [S47]", async () => {
  const { status } = await send(`${below}list`, "POST", "x".repeat(13 * 1_048_576));
  expect(status).toBe(413);
});

it("whoever hangs up is told to the route, so that it can stop waiting", async () => {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${below}waits HTTP/1.1\r\nhost: renda.example\r\n\r\n`);
  await vi.waitFor(() => expect(cut).toEqual(["asked"]));
  socket.destroy();
  await vi.waitFor(() => expect(cut).toEqual(["asked", "left"]));
});
