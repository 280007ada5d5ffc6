import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, keepPicture, openBrowser, signedIn } from "./support/browser";
import { basicWork, choose, daysAgo, follow, save, step, through, type } from "./support/clerk";

/** A year of which the world holds no round. */
const year = Number(daysAgo(0).slice(0, 4)) - 2;
const [police, office] = ["东沙派出所", "镇城建办公室"] as const;
const opinion = "户籍窗口中午没有人";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

const unit = (name: string) =>
  page.getByRole("region", { name: "各单位得分" }).locator(".form-line").filter({ hasText: name });

async function round(day: string, scores: readonly [name: string, score: number][]): Promise<void> {
  await type(page, { 评议日期: day, 发出评议票: 6, 收回评议票: 5 });
  for (const [name, score] of scores) await type(unit(name), { 得分: score });
}

/** The year's page, with so many rounds. */
async function openYear(rounds: number): Promise<void> {
  await page.getByLabel("年度").first().selectOption(String(year));
  await page.getByRole("heading", { name: `${year} 年站所评议：评议了 ${rounds} 轮` }).waitFor();
}

describe("the deputies' appraisal of a station, from its rounds to what comes of it", () => {
  it("a dual-managed station is entered with its bureau [R100]", async () => {
    await page.goto(home);
    await follow(page, "建议", "承办单位", "登记承办单位");
    await type(page, { 单位名称: police, 启用日期: `${year}-01-01` });
    await choose(page, page, "单位类别", "派驻");
    await page.getByText("站所评议：是否参加、双管站所、主管局委").click();
    await page.getByRole("radio", { name: "是", exact: true }).check();
    await type(page, { 主管局委: "县公安局" });
    await save(page);
  });

  it("a round holds every unit's points and how many deputies took part [R32]", async () => {
    await basicWork(page, "站所评议");
    await follow(page, "登记站所评议");
    await type(page, { 评议年度: year });
    await page.getByText("第三季度").click();
    await choose(page, page, "评议方式", "走访");
    await round(`${year}-09-20`, [
      [police, 80],
      [office, 90],
    ]);
    await page.getByText(`对${police}的评议意见`).click();
    await page
      .locator("details[open]")
      .getByRole("textbox", { name: /^评议意见/ })
      .fill(opinion);
    await save(page);
    await page.getByText("发出 6 张、收回 5 张评议票，参评率 83.3%").waitFor();
  });

  it("what was said of a unit becomes a problem that it has to mend [R35]", async () => {
    const line = page.getByRole("row").filter({ hasText: police });
    await through(page, line.getByRole("button", { name: "转为问题" }), async (dialog) => {
      expect(await dialog.getByRole("textbox", { name: /^问题/ }).inputValue()).toBe(opinion);
    });
    await page.getByRole("link", { name: opinion }).click();
    await page.waitForURL(/supervision\/findings\//);
    await page.getByText(police).first().waitFor();
    await page.goBack();
  });

  it("the rounds of a year add up, and the units have their places [R32]", async () => {
    await follow(page, "站所评议");
    await openYear(1);
    await page
      .getByRole("listitem")
      .filter({ hasText: "第四季度" })
      .getByRole("link", { name: "去登记" })
      .click();
    await page.getByRole("heading", { name: "登记站所评议" }).waitFor();
    await choose(page, page, "评议方式", "走访");
    await round(`${year}-12-20`, [
      [police, 90],
      [office, 80],
    ]);
    await save(page);
    await follow(page, "站所评议");
    await openYear(2);
    const places = page.getByRole("table", { name: "综合排名" });
    await places.getByRole("row").filter({ hasText: police }).getByText("85").first().waitFor();
    await keepPicture(page, "appraisal-year-1440");
  });

  it("a plaque is given under the presidium's number, and sent to the unit and to its bureau [R33][R100]", async () => {
    await follow(page, "授予「群众信得过单位」");
    await page.getByText(police).first().waitFor();
    await type(page, { 日期: `${year}-12-28`, 文号: "东人〔12〕号" });
    await save(page);
    await page.getByText("还没有报送主管局委").waitFor();
    await step(page, "登记报送主管局委", (dialog) => type(dialog, { 报送哪些主管局委: "县公安局" }));
    await page.getByText("已报送主管局委").first().waitFor();
    await keepPicture(page, "appraisal-plaque-1440");
  });
});
