import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "staff");
});
afterAll(() => browser.close());

/** As slowly as somebody who looks for every key. */
const slowly = { delay: 450 };
const byHand = { delay: 40 };

async function newActivity(topic: string): Promise<void> {
  await page.goto(`${home}/supervision/new`);
  const restored = page.getByRole("button", { name: "清空重填" });
  await page.getByLabel("主题").waitFor();
  if (await restored.isVisible()) await restored.click();
  await page.getByLabel("主题").fill(topic);
}

async function typeDay(text: string, how = byHand): Promise<void> {
  const box = page.getByLabel("活动日期");
  await box.fill("");
  await box.pressSequentially(text, how);
}

const onForm = () => expect(new URL(page.url()).pathname).toBe(`${home}/supervision/new`);
const saved = () => page.waitForURL(/supervision\/[0-9a-f-]{36}$/);

describe("a day is kept as it was meant, or not kept", () => {
  it.each([
    ["2026.3.15", "2026-03-15", "东段"],
    ["2026年3月15日（星期日）上午", "2026-03-15", "中段"],
    ["２０２６／３／１５", "2026-03-15", "西段"],
    ["20260315", "2026-03-15", "河口"],
  ])("%s and Enter, with the box never left, saves %s", async (text, day, part) => {
    await newActivity(`视察河道${part}`);
    await typeDay(text, text === "2026.3.15" ? slowly : byHand);
    await page.keyboard.press("Enter");
    await saved();
    await page.getByText(day).first().waitFor();
  });

  it("the box shows the whole day once it is left, and 3月5日 before Enter saves it", async () => {
    await newActivity("视察学校");
    await typeDay("2026/3/5");
    await page.keyboard.press("Tab");
    expect(await page.getByLabel("活动日期").inputValue()).toBe("2026-03-05");
    await typeDay("3月5日");
    await page.keyboard.press("Enter");
    expect(await page.getByLabel("活动日期").inputValue()).toMatch(/^\d{4}-03-05$/);
    onForm();
    await page.keyboard.press("Enter");
    await saved();
  });

  it("what cannot be read stays in sight with its reason, and neither Enter nor the button saves it", async () => {
    await newActivity("视察医院");
    const box = page.getByLabel("活动日期");
    for (const [text, reason] of [
      ["下周三", "看不懂这个日期"],
      ["2026.3", "请写到哪一日"],
      ["2026.2.30", "没有这一天"],
    ] as const) {
      await typeDay(text);
      await page.keyboard.press("Enter");
      await page.getByText(reason).waitFor();
      expect(await box.inputValue()).toBe(text);
    }
    await typeDay("明天");
    await page.getByRole("button", { name: /保\s*存/ }).click();
    await page.getByText("看不懂这个日期").waitFor();
    expect(await box.inputValue()).toBe("明天");
    onForm();
    await keepPicture(page, "day-refused-1440");
  });

  it("the calendar beside the box picks a day, and the box can be emptied again", async () => {
    await newActivity("视察市场");
    await page.getByLabel("活动日期").fill("2026-03-05");
    await page.getByLabel("打开日历").first().click();
    await keepPicture(page, "day-calendar-1440");
    await page.locator(".ant-picker-dropdown:visible td[title='2026-03-18']").click();
    expect(await page.getByLabel("活动日期").inputValue()).toBe("2026-03-18");
    await page.getByLabel("活动日期").fill("");
    await page.keyboard.press("Enter");
    await page.getByText("请填写活动日期").waitFor();
    onForm();
  });
});

describe("a number is kept as it was meant, or not kept", () => {
  it("a number that says of itself that it is round ticks so, with Enter in its box; the record tells it is nobody's [R44]", async () => {
    await newActivity("视察渔港码头");
    await typeDay("2026-03-05");
    await page.getByLabel("未录姓名人数", { exact: true }).fill("70多人次");
    await page.keyboard.press("Enter");
    await saved();
    await page.getByText("约 70 人次，没有留下名单：只计人数，不记入任何代表的履职档案").waitFor();
    await keepPicture(page, "unnamed-heads");
  });

  it("full-width digits and thousands are read; nothing is rounded or moved within its bounds", async () => {
    await newActivity("走访群众");
    const box = page.getByLabel("走访点（户）");
    for (const [text, reason] of [
      ["3.7", "应填整数"],
      ["几十", "应填数字"],
      ["-5", "不能小于 0"],
      ["200000", "不能大于 100000"],
    ] as const) {
      await box.fill(text);
      await page.keyboard.press("Enter");
      await page.getByText(reason).waitFor();
      expect(await box.inputValue()).toBe(text);
    }
    await box.fill("１，２００");
    await page.keyboard.press("Enter");
    await saved();
    await page.getByText(/^1,?200$/).waitFor();
  });
});

describe("nobody is interrupted while typing", () => {
  it("the search box of a list keeps the focus and every letter however slowly one types; no shortcut fires", async () => {
    await page.goto(`${home}/suggestions`);
    const box = page.getByRole("searchbox", { name: /^查找/ });
    await box.click();
    await page.keyboard.type("n/n排n水", slowly);
    expect(await box.inputValue()).toBe("n/n排n水");
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.waitForURL(/q=n%2Fn/);
    expect(new URL(page.url()).pathname).toBe(`${home}/suggestions`);
    for (let left = 7; left > 0; left -= 1) await page.keyboard.press("Backspace", { delay: 60 });
    await page.waitForURL((address) => !address.searchParams.has("q"));
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("clearing the filters empties the box, and going back fills it again", async () => {
    await page.goto(`${home}/suggestions?q=排水`);
    const box = page.getByRole("searchbox", { name: /^查找/ });
    await page.getByRole("button", { name: "清除筛选" }).click();
    await expect.poll(() => box.inputValue()).toBe("");
    await page.goto(`${home}/suggestions?q=照明`);
    await page.getByRole("link", { name: "代表", exact: true }).first().click();
    await page.waitForURL(`**${home}/deputies`);
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe("照明");
  });

  it("letters of an input method are searched for only once they are characters", async () => {
    await page.goto(`${home}/suggestions`);
    await page.getByRole("searchbox", { name: /^查找/ }).click();
    const keys = await page.context().newCDPSession(page);
    for (const text of ["p", "pai", "pai shui"]) {
      await keys.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await page.waitForTimeout(500);
    }
    expect(new URL(page.url()).searchParams.has("q")).toBe(false);
    await keys.send("Input.insertText", { text: "排水" });
    await page.waitForURL((address) => address.searchParams.get("q") === "排水");
  });

  it("a filter picked while the words are on their way keeps both", async () => {
    await page.goto(`${home}/suggestions`);
    await page.getByRole("searchbox", { name: /^查找/ }).fill("建议");
    await page.getByLabel("类别").selectOption({ label: "城建" });
    await page.waitForURL((address) => address.searchParams.get("q") === "建议");
    await page.waitForURL((address) => address.searchParams.has("category"));
  });

  it("no shortcut reaches the page behind an open dialog", async () => {
    await page.goto(`${home}/suggestions/units/${world.records.unit}`);
    await page.getByRole("button", { name: "作废" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await dialog.getByText("作废承办单位").first().click();
    await page.keyboard.press("/");
    expect(await page.locator("#site-search").evaluate((box) => box === document.activeElement)).toBe(false);
  });
});

describe("Esc goes back to where one came from", () => {
  it("from a record to the page that led to it, over the form that changed it", async () => {
    await page.goto(`${home}/search?q=排水`);
    await page
      .getByRole("link", { name: /更换老街排水管道/ })
      .first()
      .click();
    await page.waitForURL(`**/suggestions/${world.records.suggestion}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL(/\/search\?q=/);
  });

  it("opened on its own, a record leads to its list", async () => {
    const fresh = await signedIn(browser, "staff", phone);
    await fresh.goto(`${home}/suggestions/${world.records.suggestion}`);
    await fresh.getByRole("heading", { level: 1 }).waitFor();
    await fresh.waitForTimeout(500);
    await fresh.keyboard.press("Escape");
    await fresh.waitForURL(`**${home}/suggestions`);
    await fresh.context().close();
  });
});

describe("tabs", () => {
  it("say which page and whose", async () => {
    await page.goto(`${home}/suggestions/${world.records.suggestion}`);
    await expect.poll(() => page.title()).toContain(`关于更换老街排水管道的建议 · ${world.township.name}`);
    await page.goto(`${home}/deputies`);
    await expect.poll(() => page.title()).toBe(`代表 · ${world.township.name} · 县乡人大工作平台`);
  });
});
