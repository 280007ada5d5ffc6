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
import { routesOfApp, type Visit, visits } from "./support/routes";
import type { AccountKey } from "./support/world";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Watched = { page: Page; said: string[] };
const pages = new Map<string, Promise<Watched>>();
/** Two pages are judged side by side, as the judge keeps one core busy: a visit takes a lane that is free (`maxConcurrency`). */
const lanes = [1, 2];

async function watched(who: AccountKey | null): Promise<Watched> {
  const page = who === null ? await freshPage(browser) : await signedIn(browser, who);
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("console", (line) => {
    if (line.type() === "error") said.push(line.text());
  });
  return { page, said };
}

/** One browser profile a person and lane; what went wrong on the page before is not this page's. */
async function pageOf(who: AccountKey | null, lane = 1): Promise<Watched> {
  const opened = pages.get(`${who} ${lane}`) ?? watched(who);
  pages.set(`${who} ${lane}`, opened);
  const { page, said } = await opened;
  said.length = 0;
  await page.setViewportSize(desk);
  return { page, said };
}

/** The heading stands, nothing is still loading, and the scripts have taken over. */
async function settled(page: Page, pause = 150): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-busy=true], .loading") === null);
  await page.waitForTimeout(pause);
}

/** Menu and head are the same on every page of an account: judged on the first, as they take most of a judgement. */
const framesJudged = new Set<AccountKey | null>();

const violationsOn = async (page: Page, who: AccountKey | null): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa"]);
  if (framesJudged.has(who)) for (const part of [".shell-side", ".shell-head"]) axe.exclude(part);
  framesJudged.add(who);
  // There are no foreign frames, so that axe needs no second page to gather what it found.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 200) ?? ""}`),
  );
};

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const titles = new Map<string, string>();

/** Every page of an area has a title of its own, by which its tab is found again. */
function expectOwnTitle(route: string, title: string): void {
  expect(titles.get(title), `${route}: ${title}`).toBeUndefined();
  expect(title).toContain(world.township.name);
  titles.set(title, route);
}

const nameOf = ({ route, who }: Visit): string => `${route.replace(/\W+/g, "-")}-${who ?? "nobody"}`;

/** One visit: free of violations and errors at the desk, fitting on the phone. */
async function look(visit: Visit, lane: number): Promise<void> {
  const { route, who } = visit;
  const { page, said } = await pageOf(who, lane);
  await page.goto(visit.path);
  await settled(page);
  if (route === "/no-permission") expect(new URL(page.url()).pathname).toBe("/no-permission");
  await keepPicture(page, `${nameOf(visit)}-1440`);
  expect(await violationsOn(page, who)).toEqual([]);
  await page.setViewportSize(phone);
  await page.waitForTimeout(100);
  await keepPicture(page, `${nameOf(visit)}-390`);
  expect(await overflowOf(page)).toBe(0);
  expect(said).toEqual([]);
  if (who === "staff" && route.startsWith("/t/") && !route.includes("..."))
    expectOwnTitle(route, await page.title());
}

describe("screens for everybody", () => {
  it("visits every page there is", () => {
    expect([...new Set(visits.map(({ route }) => route))].sort()).toEqual(routesOfApp());
  });

  it.concurrent.each(visits)(
    "$route for $who: free of WCAG 2.1 AA violations and errors, fits a phone, and has its own title",
    async (visit) => {
      const lane = lanes.pop();
      if (lane === undefined) throw new Error("more visits at once than lanes");
      try {
        await look(visit, lane);
      } finally {
        lanes.push(lane);
      }
    },
  );

  it("a page for writing leads a reader to the page that says so, within the menu", async () => {
    const { page } = await pageOf("viewer");
    const record = `${home}/suggestions/${world.records.suggestion}`;
    for (const path of [`${record}/edit`, `${home}/presidium/new`, `${home}/deputies/import`]) {
      await page.goto(path);
      await page.waitForURL("**/no-permission");
      await page.getByRole("link", { name: "主席团", exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/no-permission");
    }
  });

  it("a record that is not there leads back to its list", async () => {
    const { page } = await pageOf("staff");
    await page.goto(`${home}/suggestions/${world.records.deputy}`);
    await page.getByRole("link", { name: "回到「建议」" }).click();
    await page.waitForURL(`**${home}/suggestions`);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("建议");
  });

  it("a form that was refused once is saved the second time", async () => {
    const { page, said } = await pageOf("accountAdmin");
    await page.goto(`${countyHome}/accounts`);
    await page.getByRole("button", { name: "开设账号" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("用户名").fill(`second.${world.county.code}`);
    await dialog.getByLabel("姓名").fill("另一经办员");
    await dialog.getByRole("combobox", { name: "岗位" }).click();
    await page.getByTitle("乡镇人大秘书（联络员）").click();
    await dialog.locator("button[type=submit]").click();
    // The sentence stands at the foot of the form and at the field it means.
    await dialog.getByText("乡镇岗位要选定所在乡镇").first().waitFor();
    await dialog.getByText(world.township.name, { exact: true }).click();
    await dialog.locator("button[type=submit]").click();
    await page.getByText("只显示这一次").waitFor();
    expect(said.filter((line) => !line.includes("412"))).toEqual([]);
  });

  it("大字 makes the text larger at once and after a new load, and still fits", async () => {
    const { page } = await watched("staff");
    await page.goto(home);
    await settled(page, 700);
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const standard = await size();
    await page.getByRole("button", { name: "大字" }).click();
    await expect.poll(size).toBeGreaterThan(standard);
    await page.reload();
    await settled(page);
    expect(await size()).toBeGreaterThan(standard);
    await keepPicture(page, "today-large-1440");
    await page.setViewportSize(phone);
    expect(await overflowOf(page)).toBe(0);
    await page.context().close();
  });
});
