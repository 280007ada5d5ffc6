import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyHome, desk, keepPicture, openBrowser, phone, signedIn } from "./support/browser";
import { through } from "./support/clerk";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "county");
});
afterAll(() => browser.close());

/** A box of the editor by how its label begins; what it offers is in the label as well. */
const box = (label: RegExp): Locator =>
  page.locator("label.scheme-box").filter({ hasText: label }).locator("select, input");

describe("a scheme that compares is written in the editor", () => {
  it("by place, tried at once, and read again as it was saved [R85]", async () => {
    await page.goto(`${countyHome}/assessment/scheme`);
    await through(page, page.getByRole("button", { name: "起草" }), (dialog) =>
      dialog.getByLabel("用于哪一年").fill("2031"),
    );
    await page.waitForURL(/scheme\/[0-9a-f-]{36}/);
    await page.getByRole("button", { name: /^C3/ }).click();
    await box(/^算法/).selectOption("places");
    await box(/^第 1 名得/).fill("4");
    await box(/^其余得/).fill("5");
    await page.getByText("还有 1 处要改").click();
    await page.getByText("「其余」不能比最后列出的一名多").waitFor();
    await box(/^其余得/).fill("1");
    await page.getByText("没有要改的地方").waitFor();
    await page
      .getByText("按百分比，全县第 1 名得 4 分；第 2 名得 3 分；第 3 名得 2 分；其余得 1 分")
      .first()
      .waitFor();
    await keepPicture(page, "scheme-places-1440");
    await page.setViewportSize(phone);
    await keepPicture(page, "scheme-places-390");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    await page.setViewportSize(desk);
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.getByRole("button", { name: "保存草稿" }).waitFor({ state: "hidden" });
    await page.reload();
    await page.getByRole("button", { name: /^C3/ }).click();
    expect(await box(/^第 1 名得/).inputValue()).toBe("4");
    expect(await box(/^其余得/).inputValue()).toBe("1");
  });
});
