import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { withAuthScope } from "@/server/db/scope";
import { home, world } from "./support/browser";
import { signInOverHttp } from "./support/http";

const site = new URL(world.url);
let cookie: string;
beforeAll(async () => {
  cookie = await signInOverHttp(world.url, world.accounts.staff);
});

type Answer = { status: number; text: string; type: string };

/** Any request as it stands: paths and hosts that a browser would never send. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  body?: string,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = request({ host: site.hostname, port: site.port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      const type = response.headers["content-type"] ?? "";
      response.on("end", () => done({ status: response.statusCode ?? 0, text, type }));
    });
    outgoing.on("error", fail).end(body);
  });
}

/** Memory of the web server, in megabytes. */
function residentMemory(): number {
  const status = readFileSync(`/proc/${world.serverPid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** 250 MB to the sign-in; answers the status and how much went out before the connection ended. */
function flood(chunked: boolean): Promise<{ status: number; sent: number }> {
  const total = 250 * 1_048_576;
  const block = Buffer.alloc(65_536, 0x61);
  const head = chunked ? "transfer-encoding: chunked" : `content-length: ${total}`;
  const part = chunked ? Buffer.concat([Buffer.from("10000\r\n"), block, Buffer.from("\r\n")]) : block;
  return new Promise((done) => {
    const socket = connect(Number(site.port), site.hostname);
    let sent = 0;
    let text = "";
    const send = (): void => {
      while (sent < total && !socket.destroyed) {
        sent += block.length;
        if (!socket.write(part)) {
          socket.once("drain", send);
          return;
        }
      }
    };
    socket.on("data", (data) => {
      text += data.toString();
      socket.destroy();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => done({ status: Number(/ (\d{3}) /.exec(text)?.[1] ?? 0), sent }));
    socket.write(
      `POST /api/auth/callback/credentials HTTP/1.1\r\nhost: ${site.host}\r\ncontent-type: application/x-www-form-urlencoded\r\n${head}\r\n\r\n`,
    );
    send();
  });
}

describe("[S47] nobody makes the server take in what it will refuse", () => {
  it.each([[false], [true]])("250 MB to the sign-in, chunked %s: 413 early, memory flat", async (chunked) => {
    const before = residentMemory();
    const answers = await Promise.all(Array.from({ length: 4 }, () => flood(chunked)));
    for (const { status, sent } of answers) {
      expect(status).toBe(413);
      expect(sent).toBeLessThan(60 * 1_048_576);
    }
    expect(residentMemory() - before).toBeLessThan(100);
  });
});

describe("[S48] whatever cannot be read is refused in Chinese, never a fault of ours", () => {
  const json = { "content-type": "application/json" };
  it.each([
    ["a path cut inside a character", () => raw("/t/%E0%A4%A"), 400],
    [
      "a cookie cut inside a character",
      () => raw("/api/trpc/accounts.me", { cookie: "renda.session=%E0%A4%A" }),
      400,
    ],
    ["a host that is none", () => raw("/", { host: "a b" }), 400],
    ["no JSON at the sign-in", () => raw("/api/auth/callback/credentials", json, "POST", "{"), 400],
    ["null at the sign-in", () => raw("/api/auth/callback/credentials", json, "POST", "null"), 400],
    ["a list at the sign-in", () => raw("/api/auth/callback/credentials", json, "POST", "[[1]]"), 400],
    [
      "a field that is no text",
      () => raw("/api/auth/callback/credentials", json, "POST", '{"username":{}}'),
      400,
    ],
    ["a target that leads nowhere", () => raw("/api/auth/signin?callbackUrl=javascript:alert(1)"), 400],
    [
      "such a target in a cookie",
      () => raw("/api/auth/csrf", { cookie: "next-auth.callback-url=x%3A%2F" }),
      400,
    ],
    ["an action that we do not serve", () => raw("/api/auth/_log", json, "POST", '{"level":"error"}'), 404],
    ["a provider that does not exist", () => raw("/api/auth/callback/x", json, "POST", "{}"), 400],
    ["a method no page has", () => raw("/api/auth/csrf", {}, "DELETE"), 405],
    ["a method that Next fails at", () => raw("/livez", {}, "TRACE"), 405],
    [
      "a form sent to a page",
      () => raw(home, { "content-type": "multipart/form-data; boundary=x" }, "POST", "--x--"),
      405,
    ],
    ["a path with dots left in it", () => raw("/api/%2e%2e/sign-in"), 400],
    ["no JSON at a procedure", () => raw("/api/trpc/units.create", { ...json, cookie }, "POST", "{"), 400],
    [
      "a condition that is no JSON",
      () => raw("/api/export/suggestions.exportRows?input=%7B", { cookie }),
      400,
    ],
    ["no form at an import", () => raw("/api/import/deputies.importRows", json, "POST", "{}"), 401],
  ])("%s", async (_what, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/\p{Script=Han}/u);
    expect(answer.text).not.toMatch(
      /prisma|postgres|next-auth|NextAuth|Unexpected|undefined|stack|SyntaxError/i,
    );
  });

  it("a NUL in the user name is a wrong name, and says nothing of the database [S34]", async () => {
    const refused = await signInOverHttp(world.url, { username: "a\u0000b", password: "x" }).catch(String);
    expect(refused).toBe("Error: 401 CredentialsSignin");
  });
});

describe("[S32] addresses are not taken from whoever asks", () => {
  it("a sign-in that names another client is written down under the connection's own address", async () => {
    const username = `nobody-${randomUUID()}`;
    const headers = {
      "x-forwarded-for": "198.51.100.7",
      "x-real-ip": "198.51.100.7",
      forwarded: "for=198.51.100.7",
    };
    await signInOverHttp(world.url, { username, password: "x" }, headers).catch(() => undefined);
    const rows = await withAuthScope(({ tx }) => tx.accessLog.findMany({ where: { username } }));
    expect(rows.map(({ ip }) => ip)).toEqual([expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]);
  });
});
