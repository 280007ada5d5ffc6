import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { linesOf } from "../support/word-files";
import { desk, keepPicture, openBrowser, phone } from "./support/browser";
import { choose, next, step, through, type } from "./support/clerk";
import {
  at,
  type CycleCounty,
  cycleCounty,
  key,
  pageOf,
  today,
  type Who,
  windowCloses,
  year,
} from "./support/cycle-county";

let browser: Browser;
let world: CycleCounty;
const pages = new Map<Who, Page>();

beforeAll(async () => {
  browser = await openBrowser();
  world = await cycleCounty();
});
afterAll(() => browser.close());

/** The page of somebody who has signed in once. */
async function seat(who: Who, path: string): Promise<Page> {
  const page = pages.get(who) ?? (await pageOf(browser, world, who));
  pages.set(who, page);
  await page.goto(path);
  return page;
}
const inCounty = (path: string) => `/c/${world.county.code}/assessment${path}`;
const inTown = (path: string) => `/t/${world.own.code}/assessment${path}?year=${year}`;
const cycle = () => seat("clerk", inCounty(`/cycle?year=${year}`));
const review = (who: Who) => seat(who, inCounty(`/cycle/${world.own.code}?year=${year}`));

/** A step that is asked about first. */
async function confirmed(page: Page, button: Locator, answer: string): Promise<void> {
  await button.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: answer, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

async function enter(stage: string): Promise<Page> {
  const page = await cycle();
  await confirmed(page, next(page).getByRole("button", { name: `进入“${stage}”` }), `进入${stage}`);
  return page;
}

const item = (page: Page, code: string) =>
  page.getByRole("listitem").filter({ hasText: new RegExp(`^${code} `) });

/** Puts a file to what stands there. */
const handIn = (place: Locator, name: string) =>
  place
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("因台风停航，会议改期。") });

async function scored(page: Page, points: number, reason: string): Promise<void> {
  await through(page, item(page, "A1").getByRole("button", { name: "改分" }), (dialog) =>
    type(dialog, { 评定: points, 理由: reason }),
  );
}

/** As it is seen on a desk and on a phone. */
async function pictures(page: Page, name: string): Promise<void> {
  await keepPicture(page, `cycle-${name}-1440`);
  await page.setViewportSize(phone);
  await keepPicture(page, `cycle-${name}-390`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.setViewportSize(desk);
}

const choice = (dialog: Locator, name: string | RegExp) => dialog.getByRole("radio", { name }).check();

describe("a year's assessment, from its scheme to the notice", () => {
  it("the scheme is published by a decision, and the year is frozen [R85]", async () => {
    const page = await seat("clerk", inCounty(`/scheme/${world.scheme}`));
    await through(page, page.getByRole("button", { name: "公布", exact: true }), (dialog) =>
      type(dialog, { 决定文号: "县人〔1〕号", 为什么要改: "补定上一年的方案" }),
    );
    await pictures(page, "scheme");
    await page.goto(inCounty(`?year=${year}`));
    const button = page.getByRole("button", { name: `封存 ${year} 年考核` });
    await confirmed(page, button, "封存，不再变动");
    await page.getByText(`${year} 年考核已于 ${today} 封存`).waitFor();
    await pictures(await cycle(), "frozen");
  });

  it("a township looks through its points, explains one and hands in [R85]", async () => {
    await enter("自评");
    const page = await seat("own", inTown("/self"));
    await through(page, item(page, "A1").getByRole("button", { name: "说明" }), async (dialog) => {
      await choice(dialog, "说明情况");
      await type(dialog, { 说明: "第二次会议因台风推迟到次年一月" });
    });
    await page.getByText("第二次会议因台风推迟到次年一月").waitFor();
    await handIn(item(page, "A1"), "台风停航通知.txt");
    await item(page, "A1").getByRole("link", { name: "台风停航通知.txt" }).waitFor();
    await pictures(page, "self");
    await next(page).getByRole("button", { name: "提交自评" }).click();
    await page.getByText(`${today} 已提交`).waitFor();
    expect(await page.locator("input[type=file]").count()).toBe(0);
    await at(world, "other").cycles.submitSelf({ township: world.other.code, year, ...key() });
  });

  it("what is looked at among the papers is drawn by a number that was named before [R85]", async () => {
    const page = await seat("clerk", inCounty(`/checks?year=${year}`));
    await through(page, page.getByRole("button", { name: "公布抽查办法" }), (dialog) =>
      type(dialog, { 公开号码: "福彩双色球明天的开奖号码", 产生的日期: addDays(today, 1) }),
    );
    await page.getByText("产生后抽取").waitFor();
    // Yesterday another number was named, which is known today.
    const named = { source: "福彩双色球今天的开奖号码", opensOn: today, per: 2 };
    await at(world, "clerk", addDays(today, -1)).checks.announce({ ...key(), year, ...named });
    await page.reload();
    await through(page, page.getByRole("button", { name: "抽取", exact: true }), (dialog) =>
      type(dialog, { 号码: "08 12 17 21 26 33 + 04" }),
    );
    await page.getByRole("link", { name: world.own.name }).click();
    const line = page.getByRole("row").filter({ hasText: "A1" }).first();
    await through(page, line.getByRole("button", { name: "登记结果" }), async (dialog) => {
      await choice(dialog, /^不符/);
      await type(dialog, { 理由: "签到表少三人" });
    });
    await page.getByText("签到表少三人").waitFor();
    await pictures(page, "checks");
  });

  it("two reviewers give their points, the second blind to the first [R85]", async () => {
    const page = await enter("评审");
    for (const [index, name] of ["张评审", "李评审"].entries()) {
      const row = page.getByRole("row").filter({ hasText: world.own.name });
      await through(page, row.getByRole("button", { name: "安排评审" }), async (dialog) => {
        await choice(dialog, index === 0 ? "评审甲" : "评审乙");
        await choice(dialog, name);
      });
    }
    await pictures(page, "seated");
    const first = await review("first");
    await scored(first, 3, "会议记录显示第二次会议推迟");
    await next(first).getByRole("button", { name: "提交评审" }).click();
    await first.getByText("您是评审甲，已于").waitFor();
    const second = await review("second");
    await item(second, "A1").getByText("第二次会议因台风推迟到次年一月").waitFor();
    await item(second, "A1").getByRole("link", { name: "台风停航通知.txt" }).waitFor();
    expect(await second.getByText("会议记录显示第二次会议推迟").count()).toBe(0);
    await scored(second, 3.4, "推迟有正当理由");
    await pictures(second, "review");
    await next(second).getByRole("button", { name: "提交评审" }).click();
    await second.getByText("评审甲评定 3.00 分：会议记录显示第二次会议推迟").waitFor();
    const of = { year, of: world.other.code };
    for (const [seatNamed, who] of [
      ["first", "first"],
      ["second", "second"],
    ] as const) {
      const accountId = world.people[who].id;
      await at(world, "clerk").cycles.seatReviewer({ ...key(), ...of, seat: seatNamed, accountId });
      await at(world, who).cycles.submitReview({ ...key(), ...of });
    }
  });

  it("the township is told, appeals, and others decide [R85]", async () => {
    await enter("初步结果");
    await pictures(await enter("申诉"), "appealing");
    const page = await seat("own", inTown("/appeal"));
    await item(page, "A1").getByText("3.20 分").first().waitFor();
    await step(page, "提出申诉", async (dialog) => {
      await choose(page, dialog, "指标", "A1");
      await type(dialog, { 申诉理由: "两次会议都开了，第二次在次年一月补开" });
    });
    await handIn(page.getByRole("region", { name: "申诉：A1" }), "会议签到表.txt");
    await page.getByRole("link", { name: "会议签到表.txt" }).waitFor();
    const judge = await seat("judge", inCounty(`/cycle/appeals?year=${year}`));
    await judge.getByRole("link", { name: "会议签到表.txt" }).waitFor();
    await through(judge, judge.getByRole("button", { name: "作出决定" }), async (dialog) => {
      await choice(dialog, "申诉成立，改正得分");
      await type(dialog, { 改正后的得分: 4, 审查情况: "调阅了会议记录", 理由: "补开的会议有记录" });
    });
    await judge.getByText("3.20 分 改为 4.00 分").waitFor();
    await pictures(judge, "appeals");
    await page.reload();
    await page.getByText("申诉成立", { exact: true }).waitFor();
    await pictures(page, "appealed");
  });

  it("the directors' meeting decides, and the result is published [R85][R86]", async () => {
    await windowCloses(world);
    const page = await seat("clerk", inCounty(`/cycle/result?year=${year}`));
    await step(page, "登记主任会议决定", (dialog) => type(dialog, { "会议(?!日期)": "第9次主任会议" }));
    await page.getByText("第9次主任会议").first().waitFor();
    await step(page, "公布结果", async (dialog) => {
      await choice(dialog, /^公布各乡镇的得分/);
      await type(dialog, { 表彰: `${world.own.name} 先进单位` });
    });
    await page.getByText(`${world.own.name} 先进单位`).waitFor();
    await pictures(page, "result");
    await pictures(await cycle(), "published");
    const town = await seat("own", inTown("/appeal"));
    await town.getByText("先进单位").first().waitFor();
    await item(town, "A1").getByText("评审定为 4.00：申诉成立，补开的会议有记录").waitFor();
    await pictures(town, "told");
    await town.goto(inTown(""));
    await town.getByText("评审定为 4.00：申诉成立，补开的会议有记录").waitFor();
    await pictures(town, "own-score");
  });

  it("the notice has the decided figures [R85]", async () => {
    const page = await seat("clerk", inCounty(`?year=${year}`));
    await page.getByRole("link", { name: "考核通报（Word）" }).waitFor();
    await pictures(page, "league");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "考核通报（Word）" }).click(),
    ]);
    const lines = await linesOf(await readFile(await download.path()));
    const { shown } = await at(world, "clerk").cycles.result({ year });
    const [first] = shown?.townships ?? [];
    expect(lines).toEqual(expect.arrayContaining([first?.final?.toFixed(2)]));
    expect(lines.join("\n")).toContain("本结果经第9次主任会议于");
  });

  it("a year that is archived ends there, and nothing is asked of its records any more [R85][R97]", async () => {
    const page = await enter("归档");
    await page.getByText(`${year} 年考核已经归档。`).waitFor();
    await pictures(page, "archived");
    await page.goto(inCounty(`/checks?year=${year}&of=${world.own.code}`));
    await page.getByText("不能再抽查，也不能再登记结果").waitFor();
    expect(await page.getByRole("button", { name: /登记结果|更正/ }).count()).toBe(0);
    await pictures(page, "checks-closed");
    await page.goto(`/c/${world.county.code}/integrity?year=${year}`);
    await page.getByText("不能再作或者再改核查结论").waitFor();
    expect(await page.getByRole("button", { name: /作结论|改结论/ }).count()).toBe(0);
    await pictures(page, "signals-closed");
  });
});
