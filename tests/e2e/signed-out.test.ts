import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tell } from "./support/api";
import { fillSignIn, freshPage, home, letIn, openBrowser, signedIn, world } from "./support/browser";
import { daysAgo, type } from "./support/clerk";

const { username, password } = world.accounts.staff;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

/** The session ran out while somebody was typing. */
const signOut = () => page.context().clearCookies();

/** Beside what was typed, as the page says. */
async function signInBeside(): Promise<void> {
  const [beside] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "在新窗口登录" }).click(),
  ]);
  await beside.getByLabel("用户名").fill(username);
  await beside.getByLabel("密码").fill(password);
  await beside.getByRole("button", { name: "登录" }).click();
  await letIn(beside);
  await beside.close();
}

describe("whoever is signed out in the middle of it loses nothing", () => {
  it("a roll that is half called stays as it was marked, and is saved after signing in beside it [S24]", async () => {
    const meeting = { kind: "special", topic: "研究票决筹备", occurredOn: daysAgo(3), exceptions: null };
    const { id } = await tell(page, "presidium.create", { township: world.township.code, ...meeting });
    await page.goto(`${home}/presidium/${id}/attendance`);
    await page.getByRole("region", { name: "点名" }).getByText("请假", { exact: true }).first().click();
    await page.getByRole("textbox", { name: /请假事由/ }).fill("去县里开会");
    await signOut();
    await page.getByRole("button", { name: "保存出席" }).click();
    await page.getByRole("alert").filter({ hasText: "登录已失效" }).waitFor();
    await signInBeside();
    expect(await page.getByRole("textbox", { name: /请假事由/ }).inputValue()).toBe("去县里开会");
    await page.getByRole("button", { name: "保存出席" }).click();
    await page.getByText("去县里开会", { exact: true }).waitFor();
  });

  it("a dialog of which no draft is kept stays open with what was typed, and is saved once [S24]", async () => {
    await page.goto(`${home}/supervision/findings/${world.records.finding}`);
    await page
      .getByRole("button", { name: "修改问题描述" })
      .or(page.getByRole("button", { name: "修改", exact: true }))
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    const said = `窨井盖缺失三处（${Date.now()}）`;
    await dialog.getByRole("textbox", { name: /^问题/ }).fill(said);
    await signOut();
    await dialog.locator("button[type=submit]").click();
    await dialog.getByRole("alert").filter({ hasText: "登录已失效" }).waitFor();
    await signInBeside();
    await dialog.locator("button[type=submit]").click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByText(said).first().waitFor();
  });

  it("a press that saves at once says so beside the button, and does it when pressed again [S24]", async () => {
    const county = await signedIn(browser, "county");
    const title = `关于报送情况的通知（${Date.now()}）`;
    const said = { title, body: "请阅知。", importance: "normal", asked: null, dueOn: null };
    const { id } = await tell(county, "notices.draft", { ...said, townships: [] });
    await tell(county, "notices.send", { id, version: 1 });
    await county.context().close();
    await page.goto(`${home}/notices`);
    await page.getByRole("link", { name: title }).first().click();
    const press = page.getByRole("button", { name: "已收到，签收" });
    await press.waitFor();
    await page.waitForLoadState("networkidle");
    await signOut();
    await press.click();
    await page.getByRole("alert").filter({ hasText: "登录已失效" }).waitFor();
    await signInBeside();
    await press.click();
    await page.getByText("已签收，没有要办的事。").waitFor();
    expect(await page.getByRole("alert").filter({ hasText: "登录已失效" }).count()).toBe(0);
  });

  it("a table that was pasted stays, with what was agreed to: the same is sent again after signing in [S24]", async () => {
    await page.goto(`${home}/deputies/import`);
    await page.getByText("没有文件，直接粘贴表格").click();
    const family = `端木${"甲乙丙丁戊己庚辛壬癸"[Date.now() % 10] ?? "甲"}`;
    await page
      .getByLabel("连表头一起粘贴在这里")
      .fill(["姓名\t性别\t出生年月\t选区", `${family}\t女\t1972.01\t第三选区`].join("\n"));
    const refused = page.getByRole("alert").filter({ hasText: "登录已失效" });
    const again = page.getByRole("button", { name: "再试一次" });
    await signOut();
    await page.getByRole("button", { name: "读取粘贴的表格" }).click();
    await refused.waitFor();
    await signInBeside();
    await again.click();
    await page.getByRole("heading", { name: "第三步 核对：将导入 1 人" }).waitFor();
    await page.getByLabel("县", { exact: true }).check();
    await page.getByLabel("届次").fill("第十九届");
    const day = page.getByLabel("起始日期");
    await day.fill("2022.1.12");
    await day.press("Tab");
    await signOut();
    await page.getByRole("button", { name: "导入 1 人" }).click();
    await refused.waitFor();
    await signInBeside();
    await again.click();
    await page.getByText("已导入 1 人").waitFor();
  });

  it("a form that is opened again after signing in has what was typed [S24]", async () => {
    const fresh = await freshPage(browser);
    await fillSignIn(fresh, username, password);
    await letIn(fresh);
    const form = `${home}/new?of=training`;
    await fresh.goto(form);
    await type(fresh, { 主题: "预算审查怎么看" });
    await fresh.getByText("草稿已存在本机").waitFor();
    await fresh.context().clearCookies();
    await fresh.goto(form);
    await fresh.waitForURL(/sign-in/);
    await fillSignIn(fresh, username, password);
    await letIn(fresh);
    await fresh.goto(form);
    await fresh.getByText("已恢复上次没有保存的内容").waitFor();
    expect(await fresh.getByRole("textbox", { name: /^主题/ }).inputValue()).toBe("预算审查怎么看");
    await fresh.getByRole("button", { name: "清空重填" }).click();
  });
});
