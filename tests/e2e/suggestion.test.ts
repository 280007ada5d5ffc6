import type { Browser, Page } from "playwright-core";
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
import { choose, next, step } from "./support/clerk";
import { assign, consult, passChecks, rate, reply, stands } from "./support/suggestion-steps";

const title = "关于增加东沙码头候船座椅的建议";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

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
    await passChecks(page);
    await stands(page, "交办");
    await assign(page);
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
    await consult(page, "周文明");
    await stands(page, "登记答复");
    await reply(page, "已安排临时座椅。");
    await stands(page, "登记测评");
    await rate(page, "不满意");
    await stands(page, "登记面商");
    await next(page).getByText("第2次答复前").waitFor();
    await consult(page, "周文明");
    await stands(page, "登记答复");
    await reply(page, "固定座椅已安装。");
    await stands(page, "登记测评");
    await rate(page, "满意");
  });

  it("it closes as solved only after the second consultation [R68][R72]", async () => {
    await stands(page, "登记面商");
    await next(page).getByText("尚未再次与代表面商，不能办结。请先登记办结前的面商。").waitFor();
    await consult(page, "周文明");
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
