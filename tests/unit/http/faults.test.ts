import { spawnSync } from "node:child_process";
import { TRPCError } from "@trpc/server";
import { describe, expect, it, vi } from "vitest";
import { faultLine, isLogged, logFault, pathInLog, requestId, whileAnswering } from "@/server/http/faults";

const parsed = (line: string) => JSON.parse(line) as Record<string, unknown>;

describe("a fault is one line of JSON that can be found by its number [S62]", () => {
  it("request, route, code, SQLSTATE and place, whatever wraps the driver's error", () => {
    const driver = Object.assign(new Error("duplicate key (name)=(张三)"), { code: "23505" });
    const error = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: driver });
    const line = whileAnswering({ id: "r-1", path: "/api/trpc/units.create" }, () =>
      faultLine({ layer: "trpc", route: "units.create", error, status: 500 }),
    );
    expect(parsed(line)).toMatchObject({
      level: "error",
      layer: "trpc",
      request: "r-1",
      route: "units.create",
      code: "23505",
      sqlstate: "23505",
      error: "Error",
    });
    expect(parsed(line)["stack"]).toContainEqual(expect.stringMatching(/faults\.test\.ts/));
  });

  it("holds nothing anybody typed: no message, no query, no path segment that is not ours [S64]", () => {
    const error = new Error("张三 13800000000\n    at 李四 (x.ts:1:1)");
    const line = whileAnswering({ id: "r", path: pathInLog("/t/331001101/张三/%E5%BC%A0") }, () =>
      faultLine({ layer: "page", error }),
    );
    expect(line).not.toMatch(/13800000000|张三/);
    expect(parsed(line)["route"]).toBe("/t/331001101/…/…");
    expect(pathInLog(`/api/calendar/${"a".repeat(43)}.ics`)).toBe("/api/calendar/…");
  });

  it("moves no cursor and turns no text: one line without control characters, whatever the error holds", () => {
    const nasty = "\u001b[2J\n\r\u0007\u009b\u2028\u202e";
    const error = Object.assign(new Error(nasty), { name: nasty, code: nasty, stack: `x\n    at ${nasty}` });
    expect(faultLine({ layer: "library", error, route: nasty, digest: nasty })).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/,
    );
  });

  it("what no request caused says what the administrator must do, and still nothing of the error's words", () => {
    const error = new Error("password=张三");
    const line = faultLine({ layer: "job", route: "housekeeping", error, advice: "例行清理没有完成。" });
    expect(parsed(line)).toMatchObject({ level: "error", layer: "job", advice: "例行清理没有完成。" });
    expect(line).not.toMatch(/张三|password/);
  });

  it("passing through several layers it is written once", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const error = new Error("x");
    whileAnswering({ id: "r", path: "/" }, () => {
      expect(isLogged()).toBe(false);
      logFault({ layer: "trpc", error });
      logFault({ layer: "page", error: new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }) });
      expect(isLogged()).toBe(true);
    });
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });

  it("what nobody caught has its line too, and the process goes on", () => {
    const program = `
      import { watchProcess } from "./src/server/http/faults.ts";
      watchProcess();
      setTimeout(() => { throw new TypeError("张三") }, 1);
      setTimeout(() => void Promise.reject(new RangeError("李四")), 5);
      setTimeout(() => process.exit(7), 50);`;
    const args = ["--import", "tsx", "--input-type=module", "-e", program];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status).toBe(7);
    const lines = stderr.trim().split("\n").map(parsed);
    expect(lines).toEqual([
      expect.objectContaining({ level: "error", layer: "process", error: "TypeError" }),
      expect.objectContaining({ level: "error", layer: "process", error: "RangeError" }),
    ]);
    expect(stderr).not.toMatch(/张三|李四/);
  });

  it("everything that answers one request knows the same number, also after waiting", async () => {
    const id = await whileAnswering({ id: "r-2", path: "/" }, async () => {
      await new Promise((done) => setTimeout(done, 5));
      return requestId();
    });
    expect(id).toBe("r-2");
    expect(requestId()).toMatch(/^[0-9a-f-]{36}$/);
  });
});
