import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { linesOf } from "../support/word-files";
import { ask, tell } from "./support/api";
import { countyHome, desk, home, keepPicture, openBrowser, signedIn, world } from "./support/browser";
import { choose, daysAgo, step, through, type } from "./support/clerk";

const today = dayOf(new Date());
const year = yearOf(today);
const { code: township, name: townshipName } = world.township;

let browser: Browser;
let county: Page;
let own: Page;
beforeAll(async () => {
  browser = await openBrowser();
  county = await signedIn(browser, "county", desk);
  own = await signedIn(browser, "staff", desk);
});
afterAll(() => browser.close());

/** Forms the township was asked for this year, as the county's ledger counts them. */
const formsInLedger = async (): Promise<number> => {
  await county.goto(`${countyHome}/joint/burden?year=${year}`);
  const row = county
    .getByRole("table", { name: "按乡镇" })
    .getByRole("row")
    .filter({ hasText: townshipName });
  return Number.parseInt(await row.getByRole("cell").nth(4).innerText(), 10);
};

describe("the county asks a township for data [R87]", () => {
  const title = "代表培训情况统计表";
  const reason = "省里要核对纸质签到";
  const form = () => county.getByRole("dialog");
  let before = 0;

  it("sees what the system holds of it, and sends it all the same only with a reason", async () => {
    before = await formsInLedger();
    await county.goto(`${countyHome}/joint/requests`);
    await county.getByRole("button", { name: "向乡镇要数据" }).click();
    await form().waitFor();
    await type(form(), { 名称: title, 要什么: "今年参加培训的代表人次" });
    await form().getByRole("radio", { name: "表格" }).check();
    await choose(county, form(), "要哪些乡镇报送", townshipName);
    await choose(county, form(), "牵头工委", "代表");
    await type(form(), { 报送期限: addDays(today, 20) });
    const held = county.getByRole("status", { name: "系统已有这些数据" });
    await held
      .getByRole("link", { name: new RegExp(townshipName) })
      .first()
      .waitFor();
    await keepPicture(county, "data-request-held");
    await form().locator("button[type=submit]").click();
    await form().getByText("确需乡镇再报的，请写明理由").first().waitFor();
    await type(form(), { 仍要报送的理由: reason });
    await form().locator("button[type=submit]").click();
    await form().waitFor({ state: "hidden" });
    await county.getByRole("link", { name: title }).first().waitFor();
    expect(await formsInLedger()).toBe(before + 1);
    await keepPicture(county, "data-request-ledger");
  });

  it("the township reads the reason, points to its own register, and sees its year's burden", async () => {
    await own.goto(`${home}/data-requests`);
    await own.getByRole("heading", { name: `${year} 年县里要求的总量` }).waitFor();
    await own.getByText(/还要报 [1-9]\d* 份/).waitFor();
    await keepPicture(own, "data-request-own-burden");
    await own.getByRole("link", { name: title }).first().click();
    await own.getByText(reason).waitFor();
    await step(own, "报送", (dialog) => choose(own, dialog, "数据已在系统中", "培训"));
    await own.getByText("已报送").first().waitFor();
  });

  it("the county sees the answer where it is, without a form", async () => {
    await county.goto(`${countyHome}/joint/requests`);
    await county.getByText("已报齐").first().waitFor();
    await county.getByRole("link", { name: title }).first().click();
    await county.getByRole("main").getByRole("link", { name: /培训/ }).first().waitFor();
  });
});

describe("what is beyond a township's power goes up and comes back [R31]", () => {
  const problem = "跨乡镇公交站点没有无障碍设施";

  it("the township raises it, the county receives it and answers, and the township reads the answer", async () => {
    const activity = await tell(own, "supervision.create", {
      ...{ township, topic: "公交站点视察", kind: "inspectionVisit", occurredOn: daysAgo(2) },
    });
    const finding = await tell(own, "supervision.addFinding", {
      ...{ township, activityId: activity.id, description: problem, occurredOn: daysAgo(2) },
    });
    const page = `${home}/supervision/findings/${finding.id}`;
    await own.goto(page);
    await through(own, own.getByRole("button", { name: "上报县人大" }), (dialog) =>
      type(dialog, { 超出乡镇职权的理由: "站点由县交通局管理", 请县人大做什么: "请督促县交通局改造" }),
    );
    await county.goto(`${countyHome}/joint/raised`);
    await county.getByRole("row").filter({ hasText: problem }).getByRole("link").click();
    await step(county, "接收", (dialog) => type(dialog, { 答复期限: addDays(today, 15) }));
    await step(county, "答复乡镇", async (dialog) => {
      await dialog.getByRole("radio", { name: /转/ }).check();
      await type(dialog, { 办理部门: "县交通运输局", 答复: "列入明年改造计划。" });
    });
    await county.getByText("已答复乡镇").waitFor();
    await keepPicture(county, "raised-answered");
    await own.goto(page);
    await own.getByText("列入明年改造计划。").first().waitFor();
    await own.getByText("县交通运输局").first().waitFor();
    // It stays the township's finding, to be mended and verified there.
    const { raised } = await ask<{ raised: { state: string }[] }>(own, "supervision.finding", {
      ...{ township, id: finding.id },
    });
    expect(raised.map(({ state }) => state)).toEqual(["answered"]);
  });
});

describe("the year's plan for the public [R87]", () => {
  // No other test knows of that year.
  const later = year + 2;
  const title = "水污染防治法联动执法检查";

  it("holds the item that was planned, to read and as Word, and names neither units nor days", async () => {
    const { townships } = await ask<{ townships: { id: string }[] }>(county, "jointTasks.setUp", {});
    await tell(county, "jointTasks.draft", {
      ...{
        title,
        kind: "lawInspection",
        lawName: "水污染防治法",
        committee: "environment",
        ask: "查两处排污口。",
      },
      ...{ windowFrom: `${later}-05-06`, windowUntil: `${later}-06-30`, resultDueOn: `${later}-07-31` },
      parts: townships.map(({ id: townshipId }) => ({
        ...{ townshipId, from: `${later}-05-08`, until: `${later}-05-08`, units: ["某造纸厂"] },
      })),
    });
    await county.goto(`${countyHome}/joint/plan?year=${later}`);
    await county.getByText(title).first().waitFor();
    expect(await county.getByText("某造纸厂").count()).toBe(0);
    await county.getByRole("button", { name: "复制全文" }).click();
    await county.getByText(/已复制|请选中下面的文字再复制/).waitFor();
    await keepPicture(county, "joint-public-plan");
    const [download] = await Promise.all([
      county.waitForEvent("download"),
      county.getByRole("link", { name: "下载 Word" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const lines = (await linesOf(readFileSync(await download.path()))).join("\n");
    expect(lines).toContain(title);
    expect(lines).not.toMatch(new RegExp(`某造纸厂|${later}-05-08`));
  });
});
