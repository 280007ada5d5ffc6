import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, keepPicture, openBrowser, signedIn, world } from "./support/browser";
import { basicWork, choose, daysAgo, follow, next, save, step, type } from "./support/clerk";

const deputy = "王海燕";
const day = daysAgo(1);
const group = "老街片小组";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

async function openFile(): Promise<void> {
  await follow(page, "代表", deputy);
  await page.getByRole("heading", { name: deputy, level: 1 }).waitFor();
}

describe("a deputy's duty file is made of what was entered elsewhere", () => {
  it("a session's roll, a group's activity and a reception are entered, each once [R44][R46]", async () => {
    await page.goto(`${home}/sessions/${world.records.session}`);
    await page.getByRole("link", { name: "出席" }).first().click();
    await page.getByRole("button", { name: "保存出席" }).click();
    await page.getByText("应到 6 人，实到 6 人").waitFor();

    await follow(page, "代表", "代表小组");
    await page.getByRole("link", { name: "建立小组" }).click();
    await type(page, { 小组名称: group, 编组日期: daysAgo(30) });
    await save(page);

    await basicWork(page, "小组活动");
    await follow(page, "登记小组活动");
    await choose(page, page, "代表小组", group);
    await type(page, { 活动主题: "议河道保洁", 活动日期: day });
    await choose(page, page, "签到代表", deputy);
    await save(page);

    await follow(page, "联系群众", "联络站", "登记联络站");
    await type(page, { 名称: "老街联络站", 启用日期: day });
    await save(page);
    await follow(page, "联系群众", "登记接待日");
    await choose(page, page, "联络站", "老街联络站");
    await type(page, { 接待日期: day });
    await choose(page, page, "接待代表", deputy);
    await save(page);
  });

  it("and so are a training and a suggestion [R44][R49]", async () => {
    await basicWork(page, "代表培训");
    await follow(page, "登记代表培训");
    await type(page, { 主题: "预算审查监督", 培训日期: day });
    await page.getByText("专题讲座").click();
    await choose(page, page, "参加代表", deputy);
    await save(page);

    await follow(page, "建议", "登记建议");
    await type(page, { 标题: "关于河道保洁的建议" });
    await choose(page, page, "领衔代表", "why");
    await choose(page, page, "类别", "水利");
    await page.getByRole("textbox", { name: /^内容/ }).fill("河道每周清一次。");
    await save(page);
    expect(page.url()).toContain("/suggestions/");
  });

  it("each of the five stands in the file and leads to its record [R44]", async () => {
    for (const [section, entry] of [
      [/^出席/, /第.*次会议/],
      ["参加小组活动", /议河道保洁/],
      ["接待选民", new RegExp(day)],
      ["参加代表培训", /预算审查监督/],
      ["提出建议", "关于河道保洁的建议"],
    ] as const) {
      await openFile();
      await page.getByRole("region", { name: section }).getByRole("link", { name: entry }).first().click();
      await page.waitForURL(/\/(sessions|group-activities|contact|trainings|suggestions)\/[0-9a-f-]{36}$/);
    }
    await openFile();
    await keepPicture(page, "duty-file-1440");
  });

  it("the deputy disputes an entry through the office, and is answered [R43][R46]", async () => {
    await follow(page, "有异议");
    await page.getByText(deputy).first().waitFor();
    await type(page, { 对哪一条记录有异议: "3月走访没有记", 提出日期: day });
    await save(page);
    await step(page, "登记答复", (dialog) => type(dialog, { 乡镇人大的答复: "已核实，补记走访一次。" }));
    await page.getByText("已核实，补记走访一次。").first().waitFor();
    await next(page).getByText("各个环节都已登记。").waitFor();
    await openFile();
    await page.getByRole("region", { name: "提出履职异议" }).getByRole("link").waitFor();
  });

  it("nobody is ranked: deputies stand by their names, without places or points [R43]", async () => {
    const reader = await signedIn(browser, "viewer");
    await reader.goto(`${home}/deputies`);
    await follow(reader, "履职达标");
    const table = reader.getByRole("table", { name: "代表履职达标情况" });
    await table.getByText(deputy).waitFor();
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual(["姓名", "履职情况", "达标"]);
    expect(await reader.locator("main").innerText()).not.toMatch(/名次|排名|得分|第\s*\d+\s*名/);
  });
});
