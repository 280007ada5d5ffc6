import { readFileSync } from "node:fs";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesOf } from "../support/word-files";
import { countyHome, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "county");
});
afterAll(() => browser.close());

const numberIn = (said: string): number => Number(/\d+/.exec(said)?.[0] ?? "NaN");
/** What the list says it holds, and how many rows it shows. */
const counted = async () => {
  const head = page.locator(".list-head");
  await head.getByText(/^[\d,]+ \S+$/).waitFor();
  return numberIn((await head.getByText(/^[\d,]+ \S+$/).innerText()).replaceAll(",", ""));
};

describe("the county's first page", () => {
  it("every card opens as many rows as it says, of the county and of a township [R89]", async () => {
    await page.goto(countyHome);
    const cards = page.getByRole("region", { name: "今天要定的事" }).locator(".decision-due");
    await cards.first().waitFor();
    const count = await cards.count();
    expect(count).toBeGreaterThan(0);
    for (let nth = 0; nth < count; nth += 1) {
      for (const link of [".decision-count", "ul a"]) {
        await page.goto(countyHome);
        const opened = cards.nth(nth).locator(link).first();
        const said = numberIn((await opened.innerText()).replace(/^\D+/, ""));
        await opened.click();
        await page.waitForURL(/\/rows\?/);
        expect(await counted()).toBe(said);
      }
    }
  });

  it("asks at most three questions in one batch before it shows the year, and none again by itself [R89]", async () => {
    const asked: string[] = [];
    const listen = (request: Request): void => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/trpc/")) asked.push(pathname.slice("/api/trpc/".length));
    };
    page.on("request", listen);
    await page.goto(countyHome);
    await page.getByRole("region", { name: "今天要定的事" }).locator(".decision-due").first().waitFor();
    await page.getByRole("region", { name: "四个不平衡" }).waitFor();
    await page.waitForLoadState("networkidle");
    page.off("request", listen);
    // What the server asked while it made the page is in it; the frame's bell is asked after the first paint.
    const own = asked.flatMap((batch) => batch.split(",")).filter((one) => !one.startsWith("notifications."));
    expect(own.length).toBeLessThanOrEqual(3);
    expect(asked.filter((batch) => !batch.startsWith("notifications.")).length).toBeLessThanOrEqual(1);
    const source = readFileSync("src/app/c/[county]/page.tsx", "utf8");
    expect(source.match(/prefetch\(/g)).toHaveLength(1);
    expect(source.match(/queryOptions\(/g)?.length).toBeLessThanOrEqual(3);
  });

  it("a tile moved by the arrow keys and one dragged stay where they were put [R89]", async () => {
    await page.goto(countyHome);
    await page.getByRole("button", { name: "摆放乡镇" }).click();
    const board = page.getByRole("group", { name: "摆放乡镇" });
    const tiles = board.getByRole("button");
    await tiles.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await tiles.nth(1).dragTo(board.locator('[data-cell="4-4"]'));
    const placed = await tiles.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(placed[0]).toContain("第 3 行第 1 列");
    expect(placed[1]).toContain("第 4 行第 4 列");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText("按本县摆放的方位").waitFor();
    await page.reload();
    const areas = await page
      .locator(".tiles li")
      .evaluateAll((all) => all.map((one) => [one.style.gridRow, one.style.gridColumn].join(" ")));
    expect(areas.slice(0, 2)).toEqual(["3 1", "4 4"]);
    await keepPicture(page, "overview-map");
  });

  it("a finger draws a tile to its place, or taps it and then the place; the page is not scrolled by it [R89]", async () => {
    const small = await signedIn(browser, "county", phone);
    await small.goto(countyHome);
    await small.getByRole("button", { name: "摆放乡镇" }).click();
    const board = small.getByRole("group", { name: "摆放乡镇" });
    const touch = await small.context().newCDPSession(small);
    type At = { x: number; y: number };
    const middle = async (selector: string): Promise<At> => {
      const box = await board.locator(selector).first().boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: At[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints });
    const tap = async (at: At) => {
      await send("touchStart", [at]);
      await send("touchEnd", []);
    };
    const tile = board.getByRole("button").first();
    await tile.scrollIntoViewIfNeeded();
    const scrolled = () => small.evaluate(() => [window.scrollX, window.scrollY]);
    const stood = await scrolled();
    const from = await middle("[data-tile]");
    const to = await middle('.tile-place[data-cell="5-4"]');
    await send("touchStart", [from]);
    for (const part of [0.25, 0.5, 0.75, 1])
      await send("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    await send("touchEnd", []);
    expect(await tile.getAttribute("aria-label")).toContain("第 4 行第 5 列");
    expect(await scrolled()).toEqual(stood);
    await tap(await middle("[data-tile]"));
    expect(await tile.getAttribute("aria-pressed")).toBe("true");
    await keepPicture(small, "overview-map-phone");
    await tap(await middle('.tile-place[data-cell="6-1"]'));
    expect(await tile.getAttribute("aria-label")).toContain("第 1 行第 6 列");
    expect(await tile.getAttribute("aria-pressed")).toBe("false");
    await small.getByRole("button", { name: "保存", exact: true }).click();
    await small.getByText("按本县摆放的方位").waitFor();
    await small.context().close();
  });

  it("the four imbalances show their figures and say that they are no points [R96]", async () => {
    await page.goto(countyHome);
    const panel = page.getByRole("region", { name: "四个不平衡" });
    await keepPicture(page, "overview");
    for (const title of [
      "工作监督多，人事监督少",
      "联系选民流于形式",
      "小组活动重学习、轻视察",
      "重制度、轻落实",
    ])
      await panel.getByRole("heading", { name: title }).waitFor();
    await panel.getByText("是提示，不计分").first().waitFor();
  });
});

describe("the meeting on the wall", () => {
  it("turns by the arrow keys, shows no menu, and Esc leaves it [R89]", async () => {
    await page.goto(`${countyHome}/meeting`);
    await page.getByText(/第 1 页，共 \d 页/).waitFor();
    expect(await page.getByRole("navigation", { name: "主菜单" }).count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name: "今天要定的事" }).waitFor();
    expect(await page.getByText("核查提示").count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await page.getByText(/第 3 页，共 \d 页/).waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.getByText(/第 2 页，共 \d 页/).waitFor();
    await keepPicture(page, "meeting");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "总览" }).waitFor();
  });
});

describe("the yearbook", () => {
  it("has a sheet a township, and the same in Word [R89]", async () => {
    await page.goto(`${countyHome}/yearbook?year=2026`);
    await page.getByRole("article").first().waitFor();
    expect(await page.getByRole("article").count()).toBe(2);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "全县年鉴（Word）" }).click();
    const lines = await linesOf(readFileSync(await (await download).path()));
    expect(lines.join("\n")).toContain("全县概况");
    expect(lines.join("\n")).toContain(world.township.name);
  });
});
