import type { Page } from "playwright-core";
import { choose, next, step } from "./clerk";

/** The steps of a suggestion as the clerk takes them on its page. */

export const stands = (page: Page, what: string) => next(page).getByText(`现在能做：${what}`).waitFor();

export const passChecks = (page: Page) =>
  step(page, "三关审核", async (dialog) => {
    for (const check of ["法律法规关", "内容质量关", "文字格式关"]) {
      await dialog.getByRole("checkbox", { name: new RegExp(check) }).check();
    }
  });

/** To the office of urban construction, which names its people. */
export async function assign(page: Page): Promise<void> {
  await step(page, "交办", (dialog) => choose(page, dialog, "主办单位", "城建"));
  await stands(page, "登记三落实");
  await step(page, "登记三落实", async (dialog) => {
    await dialog.getByLabel("分管领导").fill("分管副镇长");
    await dialog.getByRole("textbox", { name: /^专办人员\s*必填/ }).fill("城建办干事");
  });
}

/** @param deputy who confirms it */
export const consult = (page: Page, deputy: string) =>
  step(page, "登记面商", async (dialog) => {
    await dialog.getByText("现场面商").click();
    await choose(page, dialog, "确认的代表", deputy);
    await dialog.getByText("签字").click();
  });

export const reply = (page: Page, words: string) =>
  step(page, "登记答复", async (dialog) => dialog.getByLabel("答复内容").fill(words));

export const rate = (page: Page, word: string) =>
  step(page, "登记测评", async (dialog) => {
    await dialog.getByText(word, { exact: true }).click();
    await dialog.getByText("电话", { exact: true }).click();
  });
