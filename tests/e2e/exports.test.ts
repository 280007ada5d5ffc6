import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyHome, desk, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";
import { choose, through, type } from "./support/clerk";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signedIn(browser, "county");
});
afterAll(() => browser.close());

/** As another system asks: with the token and nothing of the browser's. */
async function asked(path: string, secret: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${world.url}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return { status: answer.status, text: await answer.text() };
}

const pictures = async (name: string) => {
  await keepPicture(page, `${name}-1440`);
  await page.setViewportSize(phone);
  await keepPicture(page, `${name}-390`);
  await page.setViewportSize(desk);
};

describe("another system of the county reads with a token", () => {
  let secret = "";

  it("the office issues it and sees it once", async () => {
    await page.goto(`${countyHome}/settings`);
    await page.getByRole("link", { name: "查看和签发" }).click();
    await through(page, page.getByRole("button", { name: "签发令牌" }), async (dialog) => {
      await type(dialog, { 用途: "县督查系统" });
      await choose(page, dialog, "能读的内容", "乡镇名单", "建议办理");
    });
    secret = await page.getByLabel("令牌", { exact: true }).inputValue();
    expect(secret).toMatch(/^rda_[\w-]{43}$/);
    await pictures("exports-issued");
    await page.reload();
    await page.getByRole("table", { name: "数据接口令牌" }).waitFor();
    expect(await page.content()).not.toContain(secret);
  });

  it("it reads what was chosen, and nothing else", async () => {
    const townships = await asked("townships", secret);
    expect(townships.status).toBe(200);
    expect(townships.text).toContain(world.township.code);
    expect((await asked("suggestions?limit=5", secret)).status).toBe(200);
    const figures = await asked("figures?year=2026", secret);
    expect([figures.status, figures.text]).toEqual([
      403,
      expect.stringContaining("不能读「指标数值和口径」") as string,
    ]);
    const csv = await asked("townships?format=csv", secret);
    expect(csv.text).toContain("code,name,shortName");
    const described = await fetch(`${world.url}/api/v1/openapi.json`);
    expect(await described.json()).toMatchObject({ openapi: "3.1.1" });
  });

  it("it is ended, and refused from then on with a sentence", async () => {
    await through(page, page.getByRole("button", { name: "停用" }).first(), (dialog) =>
      dialog.getByLabel("原因").fill("系统更换"),
    );
    await page.getByText("停用：系统更换").waitFor();
    const refused = await asked("townships", secret);
    expect([refused.status, refused.text]).toEqual([
      401,
      expect.stringContaining("令牌「县督查系统」已于") as string,
    ]);
    await pictures("exports-list");
  });
});

describe("a comparison of one's own choice", () => {
  const name = "建议办理两年对比";
  let link = "";

  it("is chosen, its figures open their rows, and it is kept under a name [R89]", async () => {
    await page.goto(`${countyHome}/compare`);
    await page.getByRole("link", { name: "自选比较" }).click();
    await page.getByText("还没有选要比较的内容").waitFor();
    await pictures("compare-any-empty");
    await through(page, page.getByRole("button", { name: "选择指标、乡镇和年份" }).first(), (dialog) =>
      choose(page, dialog, "指标", "C1 ", "C3 "),
    );
    await page.getByRole("table", { name: "自选比较" }).waitFor();
    await page.getByText("年还没有结束").first().waitFor();
    await page
      .getByRole("table", { name: "自选比较" })
      .locator("tbody tr")
      .first()
      .locator("td a")
      .nth(1)
      .click();
    await page.getByRole("complementary", { name: "这个数的依据" }).waitFor();
    expect(new URL(page.url()).searchParams.get("cell")).toMatch(/^C1\.\d{9}\.\d{4}$/);
    await page.keyboard.press("Escape");
    await through(page, page.getByRole("button", { name: "存下这个比较" }), (dialog) =>
      type(dialog, { 名称: name }),
    );
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    link = await page.getByLabel("这个比较的链接").inputValue();
    await pictures("compare-any");
  });

  it("opens from its link in another browser, and is taken along as an Excel file [R89]", async () => {
    const colleague = await signedIn(browser, "county");
    await colleague.goto(link);
    await colleague.getByRole("heading", { name, level: 1 }).waitFor();
    expect(new URL(colleague.url()).searchParams.get("metrics")).toBe("C1,C3");
    const waiting = colleague.waitForEvent("download");
    await colleague.getByRole("link", { name: "导出所见" }).click();
    const file = await readFile(await (await waiting).path());
    expect(file.subarray(0, 2).toString()).toBe("PK");
  });

  it("a link to what is not there says so and what to do", async () => {
    await page.goto(`${countyHome}/compare/any?view=00000000-0000-4000-8000-000000000000`);
    await page.getByText("没有找到这个存下的比较").waitFor();
    await page.getByRole("button", { name: "选择指标、乡镇和年份" }).first().waitFor();
  });

  it("of years without records says so and what to do", async () => {
    await page.goto(`${countyHome}/compare/any?metrics=C1&years=1990`);
    await page.getByText("所选的乡镇和年份还没有可以比较的数").waitFor();
  });
});
