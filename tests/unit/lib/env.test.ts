import { describe, expect, it } from "vitest";
import { readEnvironment, refusedPorts, weaknessOf } from "@/lib/env";

describe("the environment", () => {
  it("has a default for everything, and an empty variable counts as absent", () => {
    const result = readEnvironment({ PORT: "", DATABASE_URL: " " });
    expect(result).toMatchObject({
      ok: true,
      env: { port: 3000, databaseUrl: undefined, baseUrl: undefined },
    });
  });

  it("names every wrong variable and what to set, and never repeats a value", () => {
    const result = readEnvironment({
      PORT: "99999",
      DATABASE_URL: "mysql://u:geheim@h/d",
      BASE_URL: "renda",
    });
    if (result.ok) throw new Error("was accepted");
    const text = result.problems.join("\n");
    expect(text).toContain("PORT 应在 1 到 65535 之间");
    expect(text).toContain("DATABASE_URL 格式不对");
    expect(text).toContain("BASE_URL 应是完整网址");
    expect(text).not.toContain("geheim");
  });

  it("refuses a port that no browser opens, and says to take another", async () => {
    expect(readEnvironment({ PORT: "4190" })).toEqual({
      ok: false,
      problems: ["PORT 是浏览器不肯打开的端口，请换一个，例如 PORT=3000。"],
    });
    expect(readEnvironment({ PORT: "4193" }).ok).toBe(true);
    // Node's own fetch keeps the same list, and refuses before it opens anything.
    for (const port of refusedPorts)
      await expect(fetch(`http://127.0.0.1:${port}/`), String(port)).rejects.toMatchObject({
        cause: { message: "bad port" },
      });
  });

  it.each([
    [undefined, "没有设置 AUTH_SECRET"],
    ["abc", "太短"],
    ["a".repeat(64), "太简单"],
    ["abababababababababababababababababab", "太简单"],
  ])("refuses the secret %s", (secret, why) => {
    expect(weaknessOf(secret)).toContain(why);
  });

  it("accepts a random secret", () => {
    expect(weaknessOf("Zk3v9QmX1sT7uB0cR5yWfA2dH8jL4nEpGiKoM6xV")).toBeUndefined();
  });
});
