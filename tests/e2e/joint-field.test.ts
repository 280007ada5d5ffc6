import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, keepPicture, letIn, openBrowser, phone, signedIn, world } from "./support/browser";
import { daysAgo, step, type } from "./support/clerk";

const address = `${home}/joint/${world.records["jointPart"] ?? ""}`;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  // As a deputy walks through the home with a telephone in hand.
  page = await signedIn(browser, "staff", phone);
});
afterAll(() => browser.close());

const choice = (word: string) =>
  page.getByRole("group", { name: "检查结果" }).getByText(word, { exact: true });
const answer = async (word: string) => {
  await choice(word).click();
  await page.getByRole("button", { name: "保存，看下一条" }).click();
};
const numbered = (name: string) => page.getByRole("button", { name });

describe("a checklist filled in where there is no network", () => {
  it("the task is accepted and its activity entered [R87]", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "接受任务" }).click();
    await step(page, "登记开展情况", (dialog) => type(dialog, { 活动日期: daysAgo(0) }));
    await page.getByRole("link", { name: "到现场逐条填写" }).click();
    await page.getByText("已填 0 / 6 条").waitFor();
    await keepPicture(page, "joint-check-390");
  });

  it("what is filled in is kept in the telephone and marked as not sent [R87]", async () => {
    await answer("合格");
    await numbered("第1条，合格").waitFor();
    await page.context().setOffline(true);
    await choice("有问题").click();
    await page.getByLabel("有什么问题（必填）").fill("二楼消防通道堆了杂物");
    await page.getByRole("button", { name: "保存，看下一条" }).click();
    await numbered("第2条，未发送").waitFor();
    await answer("合格");
    await page.getByText("未发送 2 条").waitFor();
    await keepPicture(page, "joint-check-offline-390");
  });

  it("it is sent once when the network is back, and the problem is one finding [R87]", async () => {
    await page.context().setOffline(false);
    await numbered("第2条，有问题").waitFor();
    await numbered("第3条，合格").waitFor();
    await page.reload();
    await page.getByText("已填 3 / 6 条").waitFor();
    await numbered("第2条，有问题").click();
    await page.getByRole("link", { name: "已登记为问题1，去那里修改" }).waitFor();
    await page.goto(`${home}/supervision/findings`);
    const found = page.getByText("二楼消防通道堆了杂物");
    await found.first().waitFor();
    expect(await found.count()).toBe(1);
  });
});

describe("two members with a telephone each", () => {
  it("fill in one point differently while one of them has no network: both answers stand, and the later one chooses [R87]", async () => {
    await page.goto(`${address}/check`);
    await numbered("第5条，未填").click();
    await page.context().setOffline(true);
    await answer("合格");
    await numbered("第5条，未发送").waitFor();
    const other = await signedIn(browser, "staff", phone);
    await other.goto(`${address}/check`);
    await other.getByRole("button", { name: "第5条，未填" }).click();
    await other.getByRole("group", { name: "检查结果" }).getByText("不适用", { exact: true }).click();
    await other.getByRole("button", { name: "保存，看下一条" }).click();
    await other.getByRole("button", { name: "第5条，不适用" }).waitFor();
    await page.context().setOffline(false);
    await numbered("第5条，待处理").click();
    const both = page.getByRole("alert").filter({ hasText: "这一条两个人填的不一样" });
    await both.waitFor();
    for (const word of ["合格", "不适用"]) expect(await both.innerText()).toContain(word);
    await keepPicture(page, "joint-check-differs-390");
    await both.getByRole("button", { name: "用我填的" }).click();
    await numbered("第5条，合格").waitFor();
    await page.getByText("已填 4 / 6 条").waitFor();
    await other.reload();
    await other.getByRole("button", { name: "第5条，合格" }).waitFor();
    await other.context().close();
  });

  it("whoever is signed out keeps what was filled in, is told why it is not sent, and it goes after signing in beside it [S24]", async () => {
    await numbered("第6条，未填").click();
    await page.context().clearCookies();
    await choice("合格").click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByRole("status").filter({ hasText: "未发送 1 条，都存在本机。登录已失效" }).waitFor();
    const [beside] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: "在新窗口登录" }).click(),
    ]);
    const { username, password } = world.accounts.staff;
    await beside.getByLabel("用户名").fill(username);
    await beside.getByLabel("密码").fill(password);
    await beside.getByRole("button", { name: "登录" }).click();
    await letIn(beside);
    await beside.close();
    await numbered("第6条，合格").waitFor();
    await page.getByText("已填 5 / 6 条").waitFor();
  });
});

/** Files as they are: by their bytes, and a large one by its length alone. */
const folder = mkdtempSync(join(tmpdir(), "joint-photo-"));
const fileOf = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const photo = async (width: number, height: number): Promise<Uint8Array> => {
  const drawn = await page.evaluate(
    async ([wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high);
      const pen = canvas.getContext("2d");
      for (let at = 0; pen !== null && at < 400; at += 1) {
        pen.fillStyle = `hsl(${(at * 37) % 360} 80% 50%)`;
        pen.fillRect((at * 131) % wide, (at * 71) % high, 300, 200);
      }
      const blob = await canvas.convertToBlob({ type: "image/png" });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height] as const,
  );
  return Uint8Array.from(drawn);
};

describe("a photo of what was seen", () => {
  afterAll(() => rmSync(folder, { recursive: true }));
  const take = (path: string) => page.locator(".check-photo input[type=file]").setInputFiles(path);
  const told = () => page.locator(".check-photo [role=alert]").innerText();

  it("of 50 MB, no picture, or HEIC is refused in a sentence, and nothing that was typed is lost [R87]", async () => {
    await page.goto(`${address}/check`);
    await numbered("第4条，未填").click();
    await choice("有问题").click();
    await page.getByLabel("有什么问题（必填）").fill("灭火器过期");
    await numbered("第1条，合格").click();
    const large = fileOf("大照片.jpg", "");
    truncateSync(large, 50 * 1024 * 1024);
    await take(large);
    await expect.poll(told).toContain("50.0 MB，超过 20 MB");
    await take(fileOf("说明.jpg", "这不是照片"));
    await expect.poll(told).toContain("不是能打开的照片");
    await take(fileOf("IMG_0412.HEIC", "\0\0\0\u0018ftypheic\0\0\0\0heicmif1"));
    await expect.poll(told).toContain("HEIC");
    await numbered("第4条，待处理").click();
    expect(await page.getByLabel("有什么问题（必填）").inputValue()).toBe("灭火器过期");
  });

  it("is made small on the telephone before it is sent [R87]", async () => {
    await numbered("第1条，合格").click();
    const bytes = await photo(3000, 2000);
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().includes("/api/files/") && one.request().method() === "POST"),
      take(fileOf("现场.png", bytes)),
    ]);
    await page.getByText("照片已上传").waitFor();
    const sent = (await answer.json()) as { filename: string; size: number; mime: string };
    expect([sent.filename, sent.mime]).toEqual(["检查要点1.jpg", "image/jpeg"]);
    expect(sent.size).toBeLessThan(600_000);
  });
});
