import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { yearOf } from "@/lib/dates";
import { home, keepPicture, openBrowser, signedIn } from "./support/browser";
import { choose, daysAgo, follow, save, scoreOf, through, type } from "./support/clerk";

const title = "第十九届人大第二次会议";
const held = daysAgo(3);
const [wanted, unwanted] = ["村道路灯安装", "文化礼堂修缮"] as const;

let browser: Browser;
let page: Page;
let address = "";
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

describe("a session from its checklist to what it elected and chose, and to the score", () => {
  it("the checklist of a session to come stands at once, and each thing done is ticked [R13][R20]", async () => {
    await page.goto(home);
    await follow(page, "人代会", "会前准备");
    await through(page, page.getByRole("button", { name: "按模板列清单" }), (dialog) =>
      type(dialog, { 开会日期: daysAgo(-12) }),
    );
    const list = page.locator("section").filter({ hasText: `${daysAgo(-12)} 开会` });
    await list.getByText("已完成 0/10 项").waitFor();
    for (const what of ["发出会议通知", "会议材料印发到代表"]) {
      const line = list.getByRole("listitem").filter({ hasText: what });
      await line.getByRole("button", { name: "完成打钩" }).click();
      await line.getByText("✓ 已完成").waitFor();
    }
    await list.getByText("已完成 2/10 项").waitFor();
  });

  it("a session is entered with its days, its notice, its papers and its agenda [R18]", async () => {
    await follow(page, "人代会", "登记会议");
    await type(page, { 会次: 2, 开始日期: held, 结束日期: held, 会期时长: 7 });
    await type(page, { 通知发出日期: daysAgo(14), 会议文件送达日期: daysAgo(10) });
    for (const [index, [what, kind]] of (
      [
        ["政府工作报告", "政府工作"],
        ["主席团工作报告", "主席团工作"],
        ["预算执行情况报告", "预算"],
        ["民生实事项目票决", "票决"],
      ] as const
    ).entries()) {
      await page.getByRole("button", { name: "加一项议程" }).click();
      await type(page, { [`第 ${index + 1} 项名称`]: what });
      const box = page.getByRole("combobox", { name: "类别" }).nth(index);
      await box.click();
      await box.fill(kind);
      await page.keyboard.press("Enter");
    }
    address = await save(page);
    await page.getByRole("heading", { name: title }).waitFor();
  });

  it("the roll is called: everybody is there but one, who gave a reason [R18]", async () => {
    await page.getByRole("link", { name: "登记出席" }).first().click();
    const one = page.getByRole("listitem").filter({ hasText: "吴小芳" });
    await one.getByText("请假").click();
    await one.getByRole("textbox").fill("外出学习");
    await page.getByRole("button", { name: "保存出席" }).click();
    await page.getByText("应到 6 人，实到 5 人，请假 1 人，缺席 0 人").waitFor();
    await page.getByText("：外出学习").waitFor();
  });

  it("an election knows the ballots by the roll, and elects by the majority of all deputies [R22]", async () => {
    await through(page, page.getByRole("button", { name: "登记选举" }), async (dialog) => {
      await dialog.getByText("副乡镇长").click();
      // Nobody types again who was there.
      for (const [label, known] of Object.entries({ 全体代表: "6", 到会: "5", 收回选票: "5" }))
        expect(await dialog.getByRole("textbox", { name: new RegExp(`^${label}`) }).inputValue()).toBe(known);
      await dialog.getByRole("button", { name: "加一名候选人" }).click();
      for (const [index, [name, inFavour, against]] of (
        [
          ["周文明", 4, 1],
          ["李建设", 1, 4],
        ] as const
      ).entries()) {
        await dialog.getByRole("textbox", { name: /^姓名/ }).nth(index).fill(name);
        await dialog.getByRole("textbox", { name: /^赞成/ }).nth(index).fill(String(inFavour));
        await dialog.getByRole("textbox", { name: /^反对/ }).nth(index).fill(String(against));
      }
    });
    const election = page.getByRole("region", { name: "选举副乡镇长 1 名" });
    await election
      .getByRole("row")
      .filter({ hasText: "周文明" })
      .getByText("当选", { exact: true })
      .waitFor();
    await election.getByRole("row").filter({ hasText: "李建设" }).getByText("未当选").waitFor();
    await keepPicture(page, "session-held-1440");
  });

  it("of two candidates nominated one is chosen by the ballot [R82]", async () => {
    for (const name of [wanted, unwanted]) {
      await follow(page, "民生实事", "登记民生实事项目");
      await type(page, { 项目名称: name, 项目年度: yearOf(held), 征集日期: daysAgo(60) });
      await choose(page, page, "征集来源", "群众");
      await save(page);
    }
    await follow(page, "民生实事");
    await through(page, page.getByRole("button", { name: "主席团提名" }), async (dialog) => {
      await type(dialog, { 提名日期: daysAgo(20) });
      for (const name of [wanted, unwanted]) await dialog.getByText(name).click();
    });
    await follow(page, "票决", "登记民生实事票决");
    await page.getByText(`次会议（${held}）`).click();
    await type(page, { 应选项目: 1 });
    const candidates = page.getByRole("region", { name: "候选项目" });
    for (const [name, inFavour] of [
      [wanted, 4],
      [unwanted, 1],
    ] as const)
      await candidates
        .locator(".form-line")
        .filter({ hasText: name })
        .getByRole("textbox", { name: /^赞成/ })
        .fill(String(inFavour));
    await save(page);
    await page.getByText("候选 2 项、应选 1 项，差额票决").waitFor();
    await page.getByRole("row").filter({ hasText: wanted }).getByText("入选", { exact: true }).waitFor();
    await keepPicture(page, "ballot-held-1440");
    await page.getByRole("link", { name: wanted }).click();
    await page.getByText("现在能做").waitFor();
    await page.getByRole("button", { name: "登记节点" }).first().waitFor();
  });

  it("the score counts the session, finds its procedure lawful and the ballot one with a choice [R85][R89]", async () => {
    const sessions = await scoreOf(page, "A1", yearOf(held));
    await sessions.getByText("2 次召开人代会").waitFor();
    const lawful = await scoreOf(page, "A2", yearOf(held));
    await lawful.getByText("1 处程序不合法").waitFor();
    const ballots = await scoreOf(page, "E1", yearOf(held));
    await ballots.getByText("2 次中 1 次差额票决").waitFor();
    await (await scoreOf(page, "A1", yearOf(held))).getByRole("link", { name: "第2次会议" }).click();
    await page.waitForURL(`**${address}`);
  });
});
