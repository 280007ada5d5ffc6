import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, isWeekend, yearOf } from "@/lib/dates";
import { ask, tell } from "./support/api";
import { countyHome, desk, keepPicture, openBrowser, signedIn, world } from "./support/browser";
import { choose, step, type } from "./support/clerk";

/** Next year's plan, of which no other test knows; a Monday and the Wednesday after it, as nobody is visited at weekends. */
const year = yearOf(dayOf(new Date())) + 1;
const monday = (from: string): string => {
  const sunday = Array.from({ length: 8 }, (_, at) => addDays(from, at)).find(
    (one, at) => at > 0 && isWeekend(addDays(one, -1)) && !isWeekend(one),
  );
  return sunday ?? from;
};
const first = monday(`${year}-03-08`);
const second = addDays(first, 2);
const window = { windowFrom: `${year}-03-01`, windowUntil: `${year}-03-31`, resultDueOn: `${year}-04-30` };
const titles = ["春季消防联动督查", "校园食堂联动视察"] as const;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "county", desk);
});
afterAll(() => browser.close());

const visitsTo = async (township: string): Promise<string> => {
  await page.goto(`${countyHome}/joint/burden?year=${year}`);
  const row = page.getByRole("table", { name: "按乡镇" }).getByRole("row").filter({ hasText: township });
  return (await row.getByRole("cell").nth(1).innerText()).replaceAll(/\s/g, "");
};
const sent = async (dialog: Locator) => {
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "hidden" });
};

describe("a year's plan, checked and put right before it is issued [R87]", () => {
  it("two committees plan a visit to the same township within a fortnight", async () => {
    await page.goto(`${countyHome}/joint?year=${year}`);
    await page.getByRole("button", { name: "新建联动任务" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    await type(drawer, { 任务名称: titles[0] });
    await choose(page, drawer, "类别", "督查");
    await choose(page, drawer, "牵头工委", "财政");
    await type(drawer, { 开展时段第一天: window.windowFrom, 开展时段最后一天: window.windowUntil });
    await type(drawer, { 成果期限: window.resultDueOn, 到乡镇第一天: first, 要求: "查三处消防通道。" });
    await choose(page, drawer, "参加的乡镇", world.township.name);
    await sent(drawer);
    await page.getByRole("link", { name: titles[0] }).first().waitFor();
    const { townships } = await ask<{ townships: { id: string; code: string }[] }>(
      page,
      "jointTasks.setUp",
      {},
    );
    const townshipId = townships.find(({ code }) => code === world.township.code)?.id ?? "";
    await tell(page, "jointTasks.draft", {
      ...{ title: titles[1], kind: "inspectionVisit", committee: "culture", ...window, ask: "看两所学校。" },
      parts: [{ townshipId, from: second, until: second, units: [] }],
    });
    expect(await visitsTo(world.township.name)).toBe("2");
    await keepPicture(page, "joint-burden-before");
  });

  it("the check says in a sentence what collides, and one click makes one visit of two", async () => {
    await page.goto(`${countyHome}/joint?year=${year}&view=gantt`);
    await page.getByRole("listitem").filter({ hasText: "相隔不到 14 天" }).first().waitFor();
    await keepPicture(page, "joint-conflict");
    await page.getByRole("button", { name: "怎么办" }).first().click();
    await page.getByRole("button", { name: "合并为一次" }).click();
    await page.getByText("这一年的安排没有冲突，可以下发。").waitFor();
    expect(await visitsTo(world.township.name)).toBe("1");
    await keepPicture(page, "joint-burden-after");
  });

  it("what has no conflict left is issued, and the township is told", async () => {
    await page.goto(`${countyHome}/joint?year=${year}`);
    await page.getByRole("link", { name: titles[0] }).first().click();
    await step(page, "下发任务", (dialog) => dialog.getByText("日程没有冲突。").waitFor());
    await page.getByText("待接受").waitFor();
    const own = await signedIn(browser, "staff", desk);
    await own.goto(`/t/${world.township.code}/joint?year=${year}`);
    await own.getByRole("link", { name: titles[0] }).first().waitFor();
    expect(await own.getByText(titles[1]).count()).toBe(0);
  });
});
