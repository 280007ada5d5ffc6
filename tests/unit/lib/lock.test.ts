import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { withLock } from "../../../scripts/lib/lock";
import { ownStamp } from "../../../scripts/lib/processes";
import { createWhole, writeWhole } from "../../../scripts/lib/whole-file";

const folder = mkdtempSync(join(tmpdir(), "renda-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lock = join(folder, "x.lock");
const soon = <T>(work: Promise<T>): Promise<T | "late"> =>
  Promise.race([work, new Promise<"late">((done) => setTimeout(done, 2_000, "late"))]);

describe("a lock file that no living process wrote is taken over at once [S84]", () => {
  it.each([
    ["an empty one, as a full disk leaves it", ""],
    ["one that ends in the middle", "4"],
    ["one of a process that is gone", "999999999 12"],
    ["one whose process id went to another program since", "1 1"],
    ["one that names a whole group", "0 0"],
    ["one that names everybody", "-1 5"],
    ["another program's", "locked by backup.sh\n"],
    ["binary rubbish", "\u0000\u0000\u0000"],
  ])("%s", async (_what, content) => {
    writeFileSync(lock, content);
    expect(await soon(withLock(lock, "x", () => Promise.resolve("in")))).toBe("in");
    expect(readdirSync(folder)).toEqual([]);
  });
});

it("the lock of a living process is waited for, and holds its content from the first moment", async () => {
  const order: string[] = [];
  const first = withLock(lock, "x", async () => {
    expect(readFileSync(lock, "utf8")).toBe(ownStamp());
    await new Promise((done) => setTimeout(done, 300));
    order.push("first");
  });
  const second = withLock(lock, "x", () => Promise.resolve(order.push("second")));
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "second"]);
});

it("twenty that find the same dead lock enter one after another", async () => {
  writeFileSync(lock, "");
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      withLock(lock, "x", async () => {
        most = Math.max(most, (inside += 1));
        await new Promise((done) => setTimeout(done, 5));
        inside -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
});

it("the lock of a killed process is free", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"]);
  await new Promise((done) => child.once("spawn", done));
  const stat = readFileSync(`/proc/${child.pid ?? 0}/stat`, "utf8");
  const mark = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  writeFileSync(lock, `${child.pid ?? 0} ${mark}`);
  const waiting = withLock(lock, "x", () => Promise.resolve("in"));
  expect(await Promise.race([waiting, new Promise((done) => setTimeout(done, 500, "held"))])).toBe("held");
  child.kill("SIGKILL");
  expect(await soon(waiting)).toBe("in");
});

describe("content and file appear together", () => {
  it("a write that fails leaves the file of before and nothing beside it", () => {
    const path = join(folder, "kept");
    writeWhole(path, "before");
    expect(() => writeWhole(join(folder, "no-such", "kept"), "after")).toThrow(/ENOENT/);
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["kept"]);
  });

  it("a file that must be new is never written over", () => {
    const path = join(folder, "kept");
    expect(createWhole(path, "other")).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual(["kept"]);
  });
});
