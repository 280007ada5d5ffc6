import { randomBytes } from "node:crypto";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillSignIn, freshPage, home, letIn, openBrowser, world } from "./support/browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("who gets in, and to what", () => {
  it("a wrong password and an unknown name get the same sentence [S34]", async () => {
    const page = await freshPage(browser);
    const refusals: string[] = [];
    for (const username of [world.accounts.chair.username, "nobody-of-this-name"]) {
      await fillSignIn(page, username, "Wrong-password-9");
      refusals.push((await page.locator("form [role=alert]").textContent()) ?? "");
    }
    expect(refusals[0]).toMatch(/^用户名或密码不对/);
    expect(refusals[1]).toBe(refusals[0]);
  });

  it("a first password opens nothing but the page to change it [S29]", async () => {
    const page = await freshPage(browser);
    const { username, password } = world.accounts.newcomer;
    await fillSignIn(page, username, password);
    await page.waitForURL("**/account/password");
    await page.goto(home);
    await page.waitForURL("**/account/password");
    const chosen = `${randomBytes(9).toString("hex")}-Z`;
    await page.getByLabel("现在的密码").fill(password);
    await page.getByLabel(/^新密码/).fill(chosen);
    await page.getByLabel("再填一次新密码").fill(chosen);
    await page.getByRole("button", { name: "保存新密码" }).click();
    await page.waitForURL(`**${home}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  });

  it("another township's pages are not found, and tell nothing of it [S1]", async () => {
    const page = await freshPage(browser);
    await fillSignIn(page, world.accounts.neighbour.username, world.accounts.neighbour.password);
    await letIn(page);
    expect(new URL(page.url()).pathname).toBe(`/t/${world.neighbour.code}`);
    for (const path of [home, `${home}/suggestions`, `${home}/suggestions/${world.records.suggestion}`]) {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      expect(await page.content()).not.toMatch(new RegExp(`${world.township.name}|更换老街排水管道`));
    }
  });

  it("after signing out, Back shows nothing of the township [S72]", async () => {
    const page = await freshPage(browser);
    await fillSignIn(page, world.accounts.chair.username, world.accounts.chair.password);
    await page.waitForURL(`**${home}`);
    await page.goto(`${home}/suggestions`);
    await page.getByText("关于更换老街排水管道的建议").first().waitFor();
    await page.locator(".shell-user summary").click();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL("**/sign-in");
    await page.goBack();
    await page.getByLabel("用户名").waitFor();
    expect(await page.content()).not.toContain("更换老街排水管道");
  });
});
