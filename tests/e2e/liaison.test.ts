import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/dates";
import { countyHome, desk, home, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";
import { daysAgo, next, step, through, type } from "./support/clerk";

let browser: Browser;
let county: Page;
let office: Page;
beforeAll(async () => {
  browser = await openBrowser();
  county = await signedIn(browser, "county");
  office = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

const title = "关于召开座谈会的通知";
const rowOf = (page: Page, name: string) => page.getByRole("row").filter({ hasText: name });

describe("a notice goes out and its receipts come back", () => {
  it("the county writes it, hangs a file on it and sends it [R93]", async () => {
    await county.goto(`${countyHome}/notices`);
    await through(county, county.getByRole("button", { name: "写通知" }), async (dialog) => {
      await type(dialog, { 标题: title, 正文: "定于下周座谈。\n请主席参加。", 要求乡镇办什么: "报参会名单" });
      await type(dialog, { 办理期限: addDays(dayOf(new Date()), 5) });
    });
    await county.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    // As large as a scanned page: what the gate lets through elsewhere would end far below it.
    const bytes = Buffer.from("会议议程\n".repeat(60_000));
    await county
      .locator('input[type="file"]')
      .setInputFiles({ name: "会议议程.txt", mimeType: "text/plain", buffer: bytes });
    await county.getByRole("link", { name: "会议议程.txt" }).waitFor();
    await next(county).getByRole("button", { name: "发出" }).click();
    await county
      .getByRole("dialog")
      .getByRole("button", { name: /发\s*出/ })
      .click();
    await county.getByText("乡镇 2 个：已读 0，已签收 0，已办结 0").waitFor();
  });

  it("the office is told of it, opens it, signs for the township and reports it done [R93][R99]", async () => {
    await office.goto(`${home}/notices`);
    await office.getByRole("link", { name: new RegExp(`^${title}`) }).click();
    const link = office.getByRole("link", { name: "会议议程.txt" });
    const [file] = await Promise.all([office.waitForEvent("download"), link.click()]);
    expect(file.suggestedFilename()).toBe("会议议程.txt");
    const sign = next(office).getByRole("button", { name: "已收到，签收" });
    await office.getByText("已读，未签收").waitFor();
    await sign.click();
    await step(office, "报办理情况", (dialog) => type(dialog, { 办理情况: "主席参加" }));
    await office.getByText("已报办结。").waitFor();
    await keepPicture(office, "notice-received-1440");
  });

  it("the county sees that the township did, and not which person [R93]", async () => {
    await county.reload();
    await county.getByText("乡镇 2 个：已读 1，已签收 1，已办结 1").waitFor();
    const row = rowOf(county, world.township.name);
    await row.getByText("已办结", { exact: true }).waitFor();
    expect(await row.innerText()).not.toContain("经办员");
    await rowOf(county, world.neighbour.name).getByText("未读").waitFor();
    await next(county).getByRole("button", { name: "提醒 1 个乡镇" }).click();
    await county.getByText("请明天再提醒").first().waitFor();
    await keepPicture(county, "notice-receipts-1440");
  });
});

describe("a request that the county answers late", () => {
  it("waits in the county's list with the days it is late [R92]", async () => {
    await county.goto(`${countyHome}/requests`);
    await rowOf(county, "代表活动经费补助")
      .getByText(/逾期 \d+ 天/)
      .first()
      .waitFor();
    await keepPicture(county, "requests-county-1440");
  });

  it("answered, it stands on the ledger as late, for the county and for another township alike [R92]", async () => {
    await county.getByRole("link", { name: "代表活动经费补助" }).click();
    await step(county, "答复", async (dialog) => {
      await dialog.getByText("已解决", { exact: true }).click();
      await type(dialog, { 答复: "已协调补助一万元。" });
    });
    await county
      .getByText(/逾期 \d+ 天答复/)
      .first()
      .waitFor();
    await county.goto(`${countyHome}/requests/ledger?year=${daysAgo(60).slice(0, 4)}`);
    await county
      .getByText(/逾期 \d+ 天答复/)
      .first()
      .waitFor();
    await keepPicture(county, "ledger-county-1440");
    const neighbour = await signedIn(browser, "neighbour", desk);
    await neighbour.goto(`/t/${world.neighbour.code}/requests/ledger?year=${daysAgo(60).slice(0, 4)}`);
    await neighbour
      .getByText(/逾期 \d+ 天答复/)
      .first()
      .waitFor();
    expect(await neighbour.getByRole("main").innerText()).not.toContain("代表活动经费补助");
    await neighbour.context().close();
  });

  it("the township confirms it, and is told of nothing more about it [R92][R99]", async () => {
    await office.goto(`${home}/reminders`);
    // At whatever hour this runs, the office wants to hear of it now.
    await through(office, office.getByRole("button", { name: "免打扰时间" }), async (dialog) => {
      await type(dialog, { 从几点开始: 0, 到几点结束: 0 });
      await dialog.getByRole("checkbox").uncheck();
    });
    await office.getByRole("link", { name: /县人大答复了请示：代表活动经费补助/ }).click();
    await next(office).getByRole("button", { name: "确认办结" }).click();
    await office.getByText("这件已经了结。").waitFor();
    await office.goto(`${home}/reminders`);
    await office.getByRole("heading", { name: "提醒" }).waitFor();
    expect(await office.getByText(/县人大答复了请示/).count()).toBe(0);
    await keepPicture(office, "reminders-1440");
  });
});

describe("contacts", () => {
  it("both sides write them down, and the county sees who is silent [R95]", async () => {
    await office.goto(`${home}/requests/contacts`);
    await through(office, office.getByRole("button", { name: "登记联系" }), async (dialog) => {
      await type(dialog, { 日期: daysAgo(1), 事由: "座谈会准备", 县人大是谁: "代表工委" });
      await dialog.getByRole("combobox", { name: "方式" }).click();
      await office.locator(".ant-select-item-option").filter({ hasText: "电话" }).click();
    });
    await office.getByText("座谈会准备").first().waitFor();
    await county.goto(`${countyHome}/liaison/contacts`);
    const row = county.getByRole("table", { name: "各乡镇上次联系" }).getByRole("row").filter({
      hasText: world.neighbour.name,
    });
    // Another test may have sent it a joint visit; who was never heard of is silent.
    await row
      .getByText(/很久没有联系|联动任务到乡镇/)
      .first()
      .waitFor();
    await keepPicture(county, "silence-1440");
  });

  it("reads on a telephone [R95][R99]", async () => {
    const pocket = await signedIn(browser, "staff", phone);
    await pocket.goto(`${home}/reminders`);
    await pocket.getByRole("heading", { name: "提醒" }).waitFor();
    await keepPicture(pocket, "reminders-390");
    await pocket.context().close();
  });
});
