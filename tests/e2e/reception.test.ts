import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { yearOf } from "@/lib/dates";
import { keepPicture, openBrowser, phone, signedIn, home } from "./support/browser";
import { choose, daysAgo, follow, save, scoreOf, step, type } from "./support/clerk";
import { assign, consult, passChecks, rate, reply, stands } from "./support/suggestion-steps";

const station = "青山村代表联络站";
const topic = "关于修复青山村水渠的建议";
const day = daysAgo(2);
const deputy = "陈秀英";

let browser: Browser;
let page: Page;
const address = { opinion: "", suggestion: "" };
beforeAll(async () => {
  browser = await openBrowser();
  // As somebody who sits in the station holds it.
  page = await signedIn(browser, "staff", phone);
});
afterAll(() => browser.close());

describe("what a voter said at a station comes back to the voter as an answer", () => {
  it("a station is opened and its reception day entered, all on a telephone [R57]", async () => {
    await page.goto(home);
    await page.getByRole("button", { name: "打开菜单" }).click();
    await follow(page, "联系群众", "联络站", "登记联络站");
    await type(page, { 名称: station, 每月固定接待日: 15, 启用日期: daysAgo(200) });
    await save(page);
    await page.getByRole("button", { name: "打开菜单" }).click();
    await follow(page, "联系群众", "登记接待日");
    await choose(page, page, "联络站", station);
    await type(page, { 接待日期: day, 接待选民: 4, 固定接待日改期原因: "十五日停电" });
    await choose(page, page, "接待代表", "cxy");
    await save(page);
    await page.getByRole("heading", { name: `${day} ${station}接待` }).waitFor();
  });

  it("what was heard is entered once, and becomes a suggestion word for word [R58]", async () => {
    await follow(page, "联系群众", "选民意见", "登记选民意见");
    await type(page, { 反映事项: topic, 具体内容: "水渠塌方三处，春灌放不了水。", 收到日期: day });
    await choose(page, page, "类别", "农");
    await choose(page, page, "联络站", station);
    await choose(page, page, "听取代表", deputy);
    await type(page, { 选民姓名: "村民甲" });
    address.opinion = await save(page);
    await step(page, "转为代表建议", async (dialog) => {
      await dialog.getByText(deputy).waitFor();
    });
    await page.waitForURL(/suggestions\/[0-9a-f-]{36}$/);
    address.suggestion = new URL(page.url()).pathname;
    await page.getByRole("heading", { name: topic }).waitFor();
    await page.getByText("春灌放不了水").first().waitFor();
    await keepPicture(page, "opinion-became-390");
  });

  it("the suggestion leads back to the opinion, and the opinion to the suggestion [R58]", async () => {
    await follow(page, `${day} ${topic}`);
    await page.waitForURL(`**${address.opinion}`);
    await page.getByText("已转办，待答复").waitFor();
    await follow(page, topic);
    await page.waitForURL(`**${address.suggestion}`);
  });

  it("it is submitted, assigned, replied to and rated, and the reply answers the voter [R58][R68]", async () => {
    await step(page, "提交审核", () => Promise.resolve());
    await stands(page, "三关审核");
    await passChecks(page);
    await assign(page);
    await consult(page, deputy);
    await reply(page, "水渠已修复通水。");
    await stands(page, "登记测评");
    await rate(page, "满意");
    await follow(page, `${day} ${topic}`);
    await page.getByText("水渠已修复通水。").waitFor();
    await page.getByText("已答复", { exact: true }).waitFor();
    await step(page, "登记满意度", async (dialog) => dialog.getByText("满意", { exact: true }).click());
    await page.getByText("已答复，选民已评价。").waitFor();
    await keepPicture(page, "opinion-answered-390");
  });

  it("the score shows the month as received in and the opinion as answered in time [R85][R89]", async () => {
    const months = await scoreOf(page, "D3", yearOf(day));
    await months.getByRole("link", { name: station }).waitFor();
    const answered = await scoreOf(page, "D4", yearOf(day));
    await answered.getByText("2 条中 1 条在 30 日内答复").waitFor();
    await answered.getByRole("link", { name: topic }).click();
    await page.waitForURL(`**${address.opinion}`);
  });
});
