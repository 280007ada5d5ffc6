import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyHome, home, openBrowser, signedIn, world } from "./support/browser";
import { linesOf } from "../support/word-files";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Instead of the printer's dialog: what would be on the paper. */
async function watchPrinting(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => {
      const rows = document.querySelectorAll(".data-table tbody tr").length;
      document.documentElement.dataset["printedRows"] = String(rows);
    };
  });
}
const printedRows = (page: Page) =>
  page
    .waitForFunction(() => document.documentElement.dataset["printedRows"])
    .then((rows) => rows.jsonValue());
const printed = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("afterprint")));

describe("paper holds the whole of it", () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, "staff");
    await watchPrinting(page);
    for (let index = 1; index <= 25; index += 1) {
      const unit = { township: world.township.code, idempotencyKey: randomUUID(), name: `第${index}村委会` };
      const answer = await page.request.post("/api/trpc/units.create", {
        data: { json: { ...unit, kind: "village" } },
        headers: { origin: world.url },
      });
      expect(answer.status()).toBe(200);
    }
  });

  it("a list of several pages is printed in one, by the button and by Ctrl+P, and then stands as it was", async () => {
    await page.goto(`${home}/suggestions/units?page=2`);
    await page.getByText("第 2 / 2 页").waitFor();
    const press = [
      () => page.getByRole("button", { name: "打印" }).click(),
      () => page.keyboard.press("Control+p"),
    ];
    for (const print of press) {
      await page.waitForTimeout(400);
      await print();
      expect(Number(await printedRows(page))).toBeGreaterThanOrEqual(26);
      await page.evaluate(() => delete document.documentElement.dataset["printedRows"]);
      await printed(page);
      await page.getByText("第 2 / 2 页").waitFor();
      expect(new URL(page.url()).search).toBe("?page=2");
    }
  });

  it.each(["suggestion", "session", "meeting", "deputy", "activity", "finding", "unit"] as const)(
    "a %s's record has its print button",
    async (kind) => {
      const paths = {
        ...{ suggestion: "suggestions", session: "sessions", meeting: "presidium", deputy: "deputies" },
        ...{ activity: "supervision", finding: "supervision/findings", unit: "suggestions/units" },
      };
      await page.goto(`${home}/${paths[kind]}/${world.records[kind]}`);
      await page.getByRole("button", { name: "打印", exact: true }).waitFor();
    },
  );

  it("the comparison is printed without the open drawer, and the evidence without the comparison", async () => {
    const county = await signedIn(browser, "county");
    await watchPrinting(county);
    await county.goto(`${countyHome}/compare?cell=C4.${world.township.code}`);
    const drawer = county.getByRole("complementary", { name: "这个数的依据" });
    const print = drawer.getByRole("button", { name: "打印依据" });
    await print.and(county.locator(":enabled")).waitFor();
    await county.emulateMedia({ media: "print" });
    expect(await drawer.isVisible()).toBe(false);
    expect(await county.locator(".heat").first().isVisible()).toBe(true);
    await county.emulateMedia({ media: "screen" });
    await print.click();
    await printedRows(county);
    await county.emulateMedia({ media: "print" });
    expect(await drawer.isVisible()).toBe(true);
    expect(await county.locator(".heat").first().isVisible()).toBe(false);
    await printed(county);
    await expect.poll(() => drawer.isVisible()).toBe(false);
    await county.emulateMedia({ media: "screen" });
    await county.getByRole("heading", { name: "横向比较" }).waitFor();
  });
});

/** How large the sheets are that a printer would get, in points. */
async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((length) => Math.round(Number(length))).join(" × "),
  );
}

/** Lines that are cut off at a sheet's end. */
const cutOff = (page: Page) =>
  page
    .locator(".one-page")
    .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);

describe("a year of the assessment on paper", () => {
  const a4 = "595 × 842";

  it("[R85] is one sheet of A4 for each township, and nothing of it is cut off", async () => {
    const county = await signedIn(browser, "county");
    await county.goto(`${countyHome}/assessment/one-page`);
    await county.locator(".one-page").first().waitFor();
    const townships = await county.locator(".one-page").count();
    expect(townships).toBeGreaterThan(0);
    expect(await sheetsOf(county)).toEqual(Array.from({ length: townships }, () => a4));
    await county.emulateMedia({ media: "print" });
    await county.setViewportSize({ width: 680, height: 1000 });
    expect(await cutOff(county)).toBe(0);
    await county.emulateMedia({ media: "screen" });
    const own = await signedIn(browser, "staff");
    await own.goto(`${home}/assessment/one-page`);
    await own.locator(".one-page").waitFor();
    expect(await sheetsOf(own)).toEqual([a4]);
  });

  it("[R89] the yearbook is the county's page and a sheet for each township, and nothing of a line is cut off", async () => {
    const county = await signedIn(browser, "county");
    await county.goto(`${countyHome}/yearbook`);
    const sheets = county.locator(".yearbook");
    await sheets.first().waitFor();
    const townships = await sheets.count();
    expect(await sheetsOf(county)).toEqual(Array.from({ length: townships + 1 }, () => a4));
    await county.emulateMedia({ media: "print" });
    await county.setViewportSize({ width: 680, height: 1000 });
    const wider = (all: Element[]) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length;
    expect(await sheets.locator("dl > div, li, p").evaluateAll(wider)).toBe(0);
    const own = await signedIn(browser, "staff");
    await own.goto(`${home}/yearbook`);
    await own.locator(".yearbook").waitFor();
    expect(await sheetsOf(own)).toEqual([a4]);
  });

  it("[R85] its notice is taken as a Word file from the county's page, the report from the township's", async () => {
    const taken = async (page: Page, path: string, name: string) => {
      await page.goto(path);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name }).click(),
      ]);
      return {
        file: download.suggestedFilename(),
        lines: await linesOf(readFileSync(await download.path())),
      };
    };
    const notice = await taken(
      await signedIn(browser, "county"),
      `${countyHome}/assessment`,
      "考核通报（Word）",
    );
    expect(notice.file).toMatch(/年度人大工作考核通报\.docx$/);
    expect(notice.lines).toContain("一、总体情况");
    const report = await taken(await signedIn(browser, "staff"), `${home}/assessment`, "得分报告（Word）");
    expect(report.file).toMatch(/年度考核得分报告\.docx$/);
    expect(report.lines).toContain("四、各项指标怎样算出");
  });
});
