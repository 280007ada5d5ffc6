import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";
import { daysAgo, step, type } from "./support/clerk";

const address = `${home}/joint/${world.records["jointPart"] ?? ""}`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  // As a deputy walks through the home with a telephone in hand.
  page = await signedIn(browser, "staff", phone);
});
afterAll(() => browser.close());

const choice = (word: string) =>
  page.getByRole("group", { name: "检查结果" }).getByText(word, { exact: true });
const answer = async (word: string) => {
  await choice(word).click();
  await page.getByRole("button", { name: "保存，看下一条" }).click();
};
const numbered = (name: string) => page.getByRole("button", { name });

describe("a checklist filled in where there is no network", () => {
  it("the task is accepted and its activity entered [R87]", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "接受任务" }).click();
    await step(page, "登记开展情况", (dialog) => type(dialog, { 活动日期: daysAgo(0) }));
    await page.getByRole("link", { name: "到现场逐条填写" }).click();
    await page.getByText("已填 0 / 6 条").waitFor();
    await keepPicture(page, "joint-check-390");
  });

  it("what is filled in is kept in the telephone and marked as not sent [R87]", async () => {
    await answer("合格");
    await numbered("第1条，合格").waitFor();
    await page.context().setOffline(true);
    await choice("有问题").click();
    await page.getByLabel("有什么问题（必填）").fill("二楼消防通道堆了杂物");
    await page.getByRole("button", { name: "保存，看下一条" }).click();
    await numbered("第2条，未发送").waitFor();
    await answer("合格");
    await page.getByText("未发送 2 条").waitFor();
    await keepPicture(page, "joint-check-offline-390");
  });

  it("it is sent once when the network is back, and the problem is one finding [R87]", async () => {
    await page.context().setOffline(false);
    await numbered("第2条，有问题").waitFor();
    await numbered("第3条，合格").waitFor();
    await page.reload();
    await page.getByText("已填 3 / 6 条").waitFor();
    await numbered("第2条，有问题").click();
    await page.getByRole("link", { name: "已登记为问题1，去那里修改" }).waitFor();
    await page.goto(`${home}/supervision/findings`);
    const found = page.getByText("二楼消防通道堆了杂物");
    await found.first().waitFor();
    expect(await found.count()).toBe(1);
  });
});
