import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  countyHome,
  desk,
  freshPage,
  home,
  keepPicture,
  openBrowser,
  phone,
  signedIn,
  world,
} from "./support/browser";
import type { AccountKey } from "./support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Screen = [name: string, who: AccountKey | null, path: string];

const screens: Screen[] = [
  ["sign-in", null, "/sign-in"],
  ["today", "staff", home],
  ["suggestion-list", "staff", `${home}/suggestions`],
  ["suggestion-detail", "staff", `${home}/suggestions/${world.suggestionId}`],
  ["new-suggestion", "staff", `${home}/suggestions/new`],
  ["deputies", "staff", `${home}/deputies`],
  ["own-score", "staff", `${home}/assessment`],
  ["compare-with-drawer", "county", `${countyHome}/compare?cell=C4.${world.township.code}`],
  ["county-home", "county", countyHome],
  ["score", "county", `${countyHome}/assessment/${world.township.code}`],
];

async function open(who: AccountKey | null, path: string, viewport: typeof desk): Promise<Page> {
  const page = who === null ? await freshPage(browser, viewport) : await signedIn(browser, who, viewport);
  await page.goto(path, { waitUntil: "networkidle" });
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page;
}

const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ""}`),
  );
};

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe("screens for everybody", () => {
  it.each(screens)("%s is free of WCAG 2.1 AA violations", async (name, who, path) => {
    const page = await open(who, path, desk);
    await keepPicture(page, `${name}-1440`);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  it.each(screens)("%s fits a phone of 390 px without scrolling sideways", async (name, who, path) => {
    const page = await open(who, path, phone);
    await keepPicture(page, `${name}-390`);
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });

  it("大字 makes the text larger at once and after a new load, and still fits", async () => {
    const page = await open("staff", home, desk);
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const standard = await size();
    await page.getByRole("button", { name: "大字" }).click();
    await expect.poll(size).toBeGreaterThan(standard);
    await page.reload({ waitUntil: "networkidle" });
    expect(await size()).toBeGreaterThan(standard);
    await keepPicture(page, "today-large-1440");
    await page.setViewportSize(phone);
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });
});
