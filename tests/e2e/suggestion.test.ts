import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  countyHome,
  freshPage,
  fillSignIn,
  letIn,
  home,
  keepPicture,
  openBrowser,
  signedIn,
  world,
} from "./support/browser";

const title = "关于增加东沙码头候船座椅的建议";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const next = (page: Page): Locator => page.getByRole("region", { name: "现在能做" });

/** Opens a step's dialog, fills it, sends it, and waits until it has closed by itself. */
async function step(page: Page, button: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await next(page).getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill(dialog);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "hidden" });
}

async function choose(page: Page, within: Locator | Page, label: string, typed: string): Promise<void> {
  const box = within.getByRole("combobox", { name: label });
  await box.click();
  await box.fill(typed);
  await page.keyboard.press("Enter");
}

const stands = (page: Page, step: string) => next(page).getByText(`现在能做：${step}`).waitFor();

async function consult(page: Page): Promise<void> {
  await step(page, "登记面商", async (dialog) => {
    await dialog.getByText("现场面商").click();
    await choose(page, dialog, "确认的代表", "周文明");
    await dialog.getByText("签字").click();
  });
}

const reply = (page: Page, words: string) =>
  step(page, "登记答复", async (dialog) => dialog.getByLabel("答复内容").fill(words));

const rate = (page: Page, word: string) =>
  step(page, "登记测评", async (dialog) => {
    await dialog.getByText(word, { exact: true }).click();
    await dialog.getByText("电话", { exact: true }).click();
  });

describe("a suggestion from the deputies' words to its closing, and up to the county's comparison", () => {
  let page: Page;
  let address = "";

  beforeAll(async () => {
    page = await freshPage(browser);
    await fillSignIn(page, world.accounts.staff.username, world.accounts.staff.password);
    await letIn(page);
  });

  it("the clerk enters it for a deputy found by pinyin initials, and the page says what comes next [R68]", async () => {
    await page.goto(`${home}/suggestions/new`);
    await page.getByLabel("标题").fill(title);
    await choose(page, page, "领衔代表", "zwm");
    await choose(page, page, "类别", "交通");
    await page.getByRole("textbox", { name: /^内容/ }).fill("候船的老人没有座位，建议增加座椅。");
    await page.getByRole("button", { name: /保\s*存/ }).click();
    await page.waitForURL(/suggestions\/[0-9a-f-]{36}$/);
    address = new URL(page.url()).pathname;
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByText("周文明").first().waitFor();
    await stands(page, "三关审核");
  });

  it("it passes the three checks, is assigned, and the unit names its people [R68]", async () => {
    await step(page, "三关审核", async (dialog) => {
      for (const check of ["法律法规关", "内容质量关", "文字格式关"]) {
        await dialog.getByRole("checkbox", { name: new RegExp(check) }).check();
      }
    });
    await stands(page, "交办");
    await step(page, "交办", (dialog) => choose(page, dialog, "主办单位", "城建"));
    await stands(page, "登记三落实");
    await step(page, "登记三落实", async (dialog) => {
      await dialog.getByLabel("分管领导").fill("分管副镇长");
      await dialog.getByRole("textbox", { name: /^专办人员\s*必填/ }).fill("城建办干事");
    });
    await stands(page, "登记面商");
  });

  it("before the deputies were consulted it cannot be replied to, and the page says why [R72]", async () => {
    const button = next(page).getByRole("button", { name: "登记答复" });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    await next(page).getByText("尚未与代表面商（答复前），不能答复。请先登记面商。").waitFor();
    await button.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("a dissatisfied deputy sends it back: consulted and replied to once more [R72][R73]", async () => {
    await consult(page);
    await stands(page, "登记答复");
    await reply(page, "已安排临时座椅。");
    await stands(page, "登记测评");
    await rate(page, "不满意");
    await stands(page, "登记面商");
    await next(page).getByText("第2次答复前").waitFor();
    await consult(page);
    await stands(page, "登记答复");
    await reply(page, "固定座椅已安装。");
    await stands(page, "登记测评");
    await rate(page, "满意");
  });

  it("it closes as solved only after the second consultation [R68][R72]", async () => {
    await stands(page, "登记面商");
    await next(page).getByText("尚未再次与代表面商，不能办结。请先登记办结前的面商。").waitFor();
    await consult(page);
    await stands(page, "办结");
    await step(page, "办结", (dialog) => dialog.getByText("A 已解决").click());
    await page.getByText("已办结").first().waitFor();
    await keepPicture(page, "suggestion-closed-1440");
  });

  it("the county opens the figure, follows its row to that very suggestion, and comes back [R89]", async () => {
    const county = await signedIn(browser, "county");
    await county.goto(countyHome);
    await county.getByRole("link", { name: "横向比较" }).first().click();
    await county.getByRole("button", { name: new RegExp("^东沙[,，]C4 .*看依据$") }).click();
    const drawer = county.getByRole("complementary", { name: "这个数的依据" });
    await drawer.getByRole("link", { name: new RegExp(title) }).click();
    await county.waitForURL(`**${address}`);
    await county.getByRole("heading", { name: title }).waitFor();
    await county.getByText("只能查看，不能修改").waitFor();
    expect(await next(county).count()).toBe(0);
    expect(await county.getByRole("button", { name: "作废" }).count()).toBe(0);
    await county.goBack();
    await drawer.getByRole("link", { name: new RegExp(title) }).waitFor();
  });
});
