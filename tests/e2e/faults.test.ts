import type { ChildProcess } from "node:child_process";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, openBrowser, world } from "./support/browser";
import { signInOverHttp } from "./support/http";
import { secondServer } from "./support/second-server";

let browser: Browser;
let server: ChildProcess;
let url: string;
let cookie: string;
let log: () => string[];
const lines = new Set<Socket>();

/** Between this server and the database lies a line that can be cut. */
const line = createServer((near) => {
  const database = new URL(process.env["DATABASE_URL"] ?? "");
  const far = connect(Number(database.port), database.hostname);
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    lines.add(from);
    from.on("error", () => to.destroy()).on("close", () => to.destroy());
    from.pipe(to);
  }
});

beforeAll(async () => {
  await new Promise<void>((done) => line.listen(0, "127.0.0.1", done));
  const over = new URL(process.env["DATABASE_URL"] ?? "");
  over.hostname = "127.0.0.1";
  over.port = String((line.address() as AddressInfo).port);
  ({ child: server, url, log } = await secondServer({ DATABASE_URL: over.href }));
  cookie = await signInOverHttp(world.url, world.accounts.staff);
  browser = await openBrowser();
  line.close();
  for (const socket of lines) socket.destroy();
});
afterAll(async () => {
  server.kill("SIGKILL");
  await browser.close();
});

type Line = {
  layer: string;
  level: string;
  request?: string;
  digest?: string;
  route?: string;
  sqlstate?: string;
};
const found = (number: string): Line[] =>
  log()
    .map((one) => JSON.parse(one) as Line)
    .filter(({ request }) => request === number);
const numberIn = (text: string): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? "none";

describe("with the database away, each layer says it in Chinese with a number, and the log has that number once [S62]", () => {
  const input = encodeURIComponent(JSON.stringify({ json: { township: world.township.code } }));

  it.each([
    ["a procedure", "trpc", () => `/api/trpc/suggestions.list?input=${input}`],
    ["a route handler", "route", () => `/api/jobs/${world.records.unit}`],
    ["a download", "route", () => `/api/files/${world.township.code}/${world.records.unit}`],
  ])("%s", async (_what, layer, path) => {
    const response = await fetch(`${url}${path()}`, { headers: { cookie } });
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(text).toMatch(/没有保存|稍后再试/);
    expect(text).not.toMatch(/ECONN|prisma|postgres|connect|127\.0\.0\.1/i);
    expect(found(numberIn(text))).toEqual([expect.objectContaining({ layer, level: "error" })]);
  });

  it("the sign-in, which tells the number and nothing of the inside", async () => {
    const person = { username: "somebody", password: "x" };
    const told = await signInOverHttp(url, person).catch((error: unknown) => String(error));
    expect(told).toMatch(/^Error: 401 Busy:[0-9a-f-]{36}$/);
    expect(found(numberIn(told))).toEqual([expect.objectContaining({ layer: "auth", route: "sign-in" })]);
  });

  it("a page: the browser shows the very number that the log has", async () => {
    const context = await browser.newContext({ baseURL: url });
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(home);
    const shown = await page.getByText(/请求编号/).textContent();
    await context.close();
    const [entry] = log()
      .map((one) => JSON.parse(one) as Line)
      .filter(({ request, digest }) => [request, digest].includes(numberIn(shown ?? "")));
    expect(entry).toMatchObject({ layer: "page", level: "error" });
  });

  it("a page that does not exist has a number too, with a line that is no alarm", async () => {
    const response = await fetch(`${url}/no-such-page`);
    const text = await response.text();
    expect(response.status).toBe(404);
    const number = response.headers.get("x-request-id") ?? "";
    expect(text).toContain(number);
    // Written a moment after the answer, so that a library's own line counts as the one.
    await expect
      .poll(() => found(number))
      .toEqual([expect.objectContaining({ layer: "gate", level: "notice", route: "/no-such-page" })]);
  });

  it.each([
    ["cut short", () => cookie.slice(0, 60)],
    [
      "changed by one sign",
      () => cookie.slice(0, -9) + (cookie.at(-9) === "A" ? "B" : "A") + cookie.slice(-8),
    ],
    ["made up", () => "renda.session=a.b.c"],
    ["of another algorithm", () => "renda.session=eyJhbGciOiJub25lIn0..x.x.x"],
  ])("a session's cookie %s is nobody's, and no alarm [S62]", async (_what, sent) => {
    const csrf = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const given = csrf.headers.getSetCookie().map((line) => line.split(";")[0]);
    const headers = { cookie: [...given, sent()].join("; ") };
    const body = new URLSearchParams({ csrfToken });
    for (const response of [
      await fetch(`${url}/api/auth/session`, { headers }),
      await fetch(`${url}/api/auth/signout`, { method: "POST", headers, body, redirect: "manual" }),
    ]) {
      expect(response.status).toBeLessThan(400);
      const number = response.headers.get("x-request-id") ?? "";
      await expect
        .poll(() => found(number))
        .toEqual([expect.objectContaining({ layer: "auth", level: "notice", route: "next-auth" })]);
    }
  });

  it("every line of the log is JSON, without messages, names or control characters [S64]", () => {
    for (const one of log()) {
      expect(() => JSON.parse(one) as unknown).not.toThrow();
      expect(one).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|message|password|somebody/);
    }
  });
});
