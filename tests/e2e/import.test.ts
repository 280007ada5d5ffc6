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

test("a table pasted from a document: what is unclear is said and put right where it was pasted, and then all are taken [R3]", async () => {
  const page = await signedIn(browser, "staff");
  await page.goto(`${home}/deputies/import`);
  await page.getByText("没有文件，直接粘贴表格").click();
  const box = page.getByLabel("连表头一起粘贴在这里");
  // As Word and Excel give it: cells by tabs, a heading above, a cell left empty.
  const table = (born: string) =>
    [
      "北塘镇代表名单",
      "姓名\t性别\t出生年月\t选区",
      `欧阳清\t女\t${born}\t第三选区`,
      "令狐远\t男\t\t第四选区",
    ].join("\n");
  await box.fill(table("1972.1"));
  const read = page.getByRole("button", { name: "读取粘贴的表格" });
  const agree = async () => {
    await read.click();
    await page.getByRole("heading", { name: "第三步 核对：将导入 2 人" }).waitFor();
    await page.getByRole("checkbox", { name: "乡镇", exact: true }).check();
    await page.getByLabel("届次").fill("第十九届");
    const day = page.getByLabel("起始日期");
    await day.fill("2022.1.12");
    await day.press("Tab");
    await page.getByRole("button", { name: "导入 2 人" }).click();
  };
  await agree();
  await page.getByText("请在上面粘贴的内容里改好，再读取一次").waitFor();
  await page.getByText("分不清是1月还是10月").waitFor();
  // What was pasted is still there to be put right.
  expect(await box.inputValue()).toContain("令狐远");
  await box.fill(table("1972年1月"));
  await agree();
  await page.getByText("已导入 2 人，一行不少。").waitFor();
  await page.getByRole("link", { name: "查看导入的代表" }).click();
  await page.getByText("令狐远").first().waitFor();
});
