import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayOf } from "@/lib/dates";
import { linesOf } from "../support/word-files";
import { ask, tell } from "./support/api";
import { countyHome, desk, home, keepPicture, openBrowser, phone, signedIn, world } from "./support/browser";
import { daysAgo, next, step, through, type } from "./support/clerk";

const today = dayOf(new Date());
const last = `${today.slice(0, 4)}-12-31`;
const title = "农贸市场食品安全联动调研";
const neighbourHome = `/t/${world.neighbour.code}`;

type Parts = { parts: { id: string; version: number; township: string; activity: { id: string } | null }[] };
type Own = { part: { id: string; version: number; activity: { id: string } | null } };

let browser: Browser;
let county: Page;
let taskId: string;
beforeAll(async () => {
  browser = await openBrowser();
  county = await signedIn(browser, "county", desk);
  const { townships } = await ask<{ townships: { id: string }[] }>(county, "jointTasks.setUp", {});
  const made = await tell(county, "jointTasks.draft", {
    ...{ title, kind: "investigation", committee: "culture", ask: "查一处农贸市场。" },
    ...{ windowFrom: today, windowUntil: last, resultDueOn: last, checklist: "foodSafety" },
    parts: townships.map(({ id: townshipId }) => ({ townshipId, from: last, until: last, units: [] })),
  });
  taskId = made.id;
  await tell(county, "jointTasks.issue", { id: taskId, version: 1, acceptWhy: "已与乡镇商定" });
});
afterAll(() => browser.close());

const partOf = async (code: string) => {
  const { parts } = await ask<Parts>(county, "jointTasks.task", { id: taskId });
  const part = parts.find(({ township }) => township === code);
  if (part === undefined) throw new Error(`${code} takes no part`);
  return part;
};

/** The township's steps on its own page: accepted, and entered as an activity. */
async function carriedOut(page: Page, at: string, id: string): Promise<string> {
  await page.goto(`${at}/joint/${id}`);
  await page.getByRole("button", { name: "接受任务" }).click();
  await step(page, "登记开展情况", async (dialog) => {
    await type(dialog, { 活动日期: daysAgo(0), 结束日期: "" });
    await dialog.getByRole("button", { name: "采用推荐" }).click();
  });
  await next(page).getByRole("button", { name: "提交成果" }).waitFor();
  const township = at.slice("/t/".length);
  const { part } = await ask<Own>(page, "jointTasks.part", { township, id });
  return part.activity?.id ?? "";
}

const handIn = (page: Page, at: string, id: string, why: string) =>
  page.goto(`${at}/joint/${id}`).then(() => step(page, "提交成果", (dialog) => type(dialog, { 成果: why })));

async function completed(page: Page, township: string, id: string): Promise<void> {
  const { version } = await ask<{ version: number }>(page, "supervision.byId", { township, id });
  const report = "走访一处农贸市场，问题已列清单。";
  await tell(page, "supervision.complete", { township, id, version, report, reportedOn: today, visited: 3 });
}

describe("two townships carry a task out, and the county reports on it [R87]", () => {
  it("one finds its problem where there is no network, and it is kept once", async () => {
    const page = await signedIn(browser, "staff", phone);
    const { id } = await partOf(world.township.code);
    const activityId = await carriedOut(page, home, id);
    await page.goto(`${home}/joint/${id}/check`);
    await page.getByText("已填 0 / 7 条").waitFor();
    await page.context().setOffline(true);
    const choice = page.getByRole("group", { name: "检查结果" }).getByText("有问题", { exact: true });
    await choice.click();
    await page.getByLabel("有什么问题（必填）").fill("熟食摊没有进货记录");
    await page.getByRole("button", { name: "保存，看下一条" }).click();
    await page.getByText("未发送 1 条").waitFor();
    await page.context().setOffline(false);
    await page.getByText("已填 1 / 7 条").waitFor();
    await completed(page, world.township.code, activityId);
    await handIn(page, home, id, "查了一处市场，发现问题1个。");
  });

  it("its finding is mended, struck off, and comes back", async () => {
    const page = await signedIn(browser, "staff", desk);
    const township = world.township.code;
    const { rows } = await ask<{ rows: { id: string; description: string }[] }>(
      page,
      "supervision.findings",
      { township, q: "熟食摊" },
    );
    expect(rows).toHaveLength(1);
    const id = rows[0]?.id ?? "";
    const act = async (path: string, more: object) => {
      const { version } = await ask<{ version: number }>(page, "supervision.finding", { township, id });
      await tell(page, `supervision.${path}`, { township, id, version, ...more });
    };
    await act("notifyFinding", { unitId: world.records.unit, notifiedOn: today, dueOn: last });
    await act("planFinding", { plan: "三天内补齐进货记录。", plannedOn: today });
    await act("rectifyFinding", { rectification: "已补齐。", rectifiedOn: today });
    await act("verifyFinding", { deputyId: world.records.deputy, verifiedOn: today, note: "看过台账。" });
    await act("closeFinding", { closedOn: today });
    await page.goto(`${home}/supervision/findings/${id}`);
    await through(page, next(page).getByRole("button", { name: "退回重新整改" }), (dialog) =>
      type(dialog, { 重新整改的原因: "代表回访，记录又断了", 新的整改期限: last }),
    );
    await page.getByText("退回重新整改 1 次").first().waitFor();
  });

  it("the other enters its problem by hand and hands in", async () => {
    const page = await signedIn(browser, "neighbour", desk);
    const { id } = await partOf(world.neighbour.code);
    const activityId = await carriedOut(page, neighbourHome, id);
    await tell(page, "supervision.addFinding", {
      ...{ township: world.neighbour.code, activityId, occurredOn: today },
      description: "两家摊位没有健康证明",
    });
    await completed(page, world.neighbour.code, activityId);
    await handIn(page, neighbourHome, id, "查了一处市场，发现问题1个。");
  });

  it("the county accepts both, edits the report, and its Word file has the right figures", async () => {
    await county.goto(`${countyHome}/joint/${taskId}`);
    for (let left = 2; left > 0; left -= 1) {
      await through(county, county.getByRole("button", { name: "认定", exact: true }).first(), (dialog) =>
        dialog.waitFor(),
      );
      await expect
        .poll(() => county.getByRole("button", { name: "认定", exact: true }).count())
        .toBe(left - 1);
    }
    await next(county).getByRole("button", { name: "开始汇总" }).click();
    await county.getByRole("link", { name: "汇总报告" }).click();
    await county.getByText("退回重新整改过1个").first().waitFor();
    const advice = "建议市场监管部门每季度通报一次进货记录检查情况。";
    await step(county, "写汇总报告", (drawer) => type(drawer, { 意见建议: advice }));
    await county.getByText("第 1 版草稿").waitFor();
    await keepPicture(county, "joint-report-1440");
    const [download] = await Promise.all([
      county.waitForEvent("download"),
      county.getByRole("link", { name: "下载（Word）" }).click(),
    ]);
    const lines = await linesOf(readFileSync(await download.path()));
    const text = lines.join("\n");
    for (const said of ["2个乡镇参加", "已认定2个乡镇", "发现问题2个", "退回重新整改过1个", advice])
      expect(text).toContain(said);
    expect(text).toContain("走访6处");
  });
});
