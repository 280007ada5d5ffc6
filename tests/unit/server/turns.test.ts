import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { turns } from "@/server/db/turns";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { atOnce: 2, mostWaiting: 3, patience: 5_000 };

/** Works that end when the test says so, and who began when. */
function scene(given: Partial<Parameters<typeof turns>[0]> = {}) {
  const inTurn = turns({ ...limits, ...given });
  const begun: string[] = [];
  const ends = new Map<string, { well: () => void; badly: () => void }>();
  const enter = (name: string, signal?: AbortSignal): Promise<string> =>
    inTurn(() => {
      begun.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, { well: () => resolve(name), badly: () => reject(new Error(`${name} failed`)) });
      });
    }, signal).catch((error: unknown) => (error as Error).message);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const end = async (name: string, how: "well" | "badly" = "well") => {
    ends.get(name)?.[how]();
    await settle();
  };
  return { enter, end, settle, begun };
}

const crowded = "现在使用的人多，请稍后再试。";

describe("heavy work in turns", () => {
  test("so many at once, the others in the order they came", async () => {
    const { enter, end, settle, begun } = scene();
    for (const name of ["a", "b", "c", "d"]) void enter(name);
    await settle();
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    expect(begun).toEqual(["a", "b", "c"]);
    await end("c");
    expect(begun).toEqual(["a", "b", "c", "d"]);
    await end("a");
    await end("d");
    for (const name of ["e", "f", "g"]) void enter(name);
    await settle();
    expect(begun.slice(4)).toEqual(["e", "f"]);
  });

  test("who waited too long, or finds the queue full, is told that many are here", async () => {
    const { enter, end, begun } = scene();
    const answers = ["a", "b", "c", "d", "e"].map((name) => enter(name));
    expect(await enter("one too many")).toBe(crowded);
    await vi.advanceTimersByTimeAsync(4_999);
    await end("a");
    await vi.advanceTimersByTimeAsync(1);
    expect(await Promise.all(answers.slice(3))).toEqual([crowded, crowded]);
    expect(begun).toEqual(["a", "b", "c"]);
  });

  test("who wanted to save something is told that it is not saved", async () => {
    const { enter } = scene({ atOnce: 0, mostWaiting: 0, saving: true });
    expect(await enter("a")).toBe("现在使用的人多，没有保存。请稍后再试。");
  });

  test("work that fails gives its place back", async () => {
    const { enter, end, settle, begun } = scene({ atOnce: 1 });
    const failing = enter("a");
    void enter("b");
    await settle();
    await end("a", "badly");
    expect(await failing).toBe("a failed");
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    void enter("c");
    await settle();
    expect(begun).toEqual(["a", "b", "c"]);
  });

  test("who hangs up while he waits leaves the queue, and takes nobody's turn", async () => {
    const { enter, end, settle, begun } = scene({ atOnce: 1 });
    const impatient = new AbortController();
    void enter("a");
    const gone = enter("b", impatient.signal);
    void enter("c");
    await settle();
    impatient.abort();
    expect(await gone).toBe(crowded);
    await end("a");
    expect(begun).toEqual(["a", "c"]);
    expect(await enter("d", impatient.signal)).toBe(crowded);
    await end("c");
    void enter("e");
    await settle();
    expect(begun).toEqual(["a", "c", "e"]);
  });
});
