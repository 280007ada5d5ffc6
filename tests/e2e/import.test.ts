import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { rosterAsKept, workbookWith } from "../support/workbooks";
import { home, openBrowser, signedIn } from "./support/browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a roster as offices keep it: what is not taken is said, agreed to and said again, and the link shows the people", async () => {
  const page = await signedIn(browser, "staff");
  await page.goto(`${home}/deputies/import`);
  const file = Buffer.from(await workbookWith([rosterAsKept]));
  await page.locator("input[type=file]").setInputFiles({ name: "花名册.xlsx", mimeType: "", buffer: file });
  await page.getByRole("heading", { name: "第三步 核对：将导入 3 人" }).waitFor();
  const said = page.getByRole("main");
  for (const words of ["身份证号码", "本系统不保存", "参加工作时间", "合计行", "现在还没有写入"])
    expect(await said.textContent()).toContain(words);
  expect(await page.getByLabel("届次").inputValue()).toBe("第十九届");
  const day = page.getByLabel("起始日期");
  await day.fill("2022-01-12");
  await day.press("Tab");
  await page.getByRole("button", { name: "以上内容不导入，导入其余 3 人" }).click();
  await page.getByText("已导入 3 人，下面列出的内容没有导入。").waitFor();
  expect(await said.textContent()).toContain("参加工作时间");
  await page.getByRole("link", { name: "查看导入的代表" }).click();
  await page.waitForURL(/deputies\?level=township/);
  await page.getByText("欧阳静").first().waitFor();
});
