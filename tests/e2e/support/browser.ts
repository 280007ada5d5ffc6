import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type AccountKey, worldOfThisRun } from "./world";

export const world = worldOfThisRun();
export const home = `/t/${world.township.code}`;
export const countyHome = `/c/${world.county.code}`;

const quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: world.chromium, args: [...quiet, "--disable-sync"] });

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A browser profile of its own: nobody is signed in. */
export async function freshPage(browser: Browser, viewport = desk): Promise<Page> {
  const context = await browser.newContext({
    baseURL: world.url,
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

/** An account is open in three places at most; with many test files a sign-in tells which one it ended. */
export async function letIn(page: Page): Promise<void> {
  const told = page.getByRole("button", { name: "知道了，继续" });
  const inside = page.waitForURL(/\/([tc]\/\d+|platform)/);
  await Promise.race([inside, told.click().then(() => inside)]);
}

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

/** Whether somebody is signed in there still: another file may have ended it, or opened too many beside it. */
async function isStillIn(page: Page): Promise<boolean> {
  const answer = await page.request.get("/", { maxRedirects: 0 });
  return answer.status() < 400 && !(answer.headers()["location"] ?? "/sign-in").includes("sign-in");
}

/**
 * By the form the first time in a run; later profiles, of every file, take over the cookie: sign-ins are limited by
 * name and by address [S32], and how many a run needs may not depend on how fast it is.
 */
export async function signedIn(browser: Browser, who: AccountKey, viewport = desk): Promise<Page> {
  const page = await freshPage(browser, viewport);
  const kept = join(world.keptIn, `${who}.json`);
  if (existsSync(kept)) {
    await page.context().addCookies(JSON.parse(readFileSync(kept, "utf8")) as Cookies);
    if (await isStillIn(page)) return page;
    await page.context().clearCookies();
  }
  const { username, password } = world.accounts[who];
  await fillSignIn(page, username, password);
  await letIn(page);
  writeFileSync(kept, JSON.stringify(await page.context().cookies()));
  return page;
}

/** With E2E_SHOTS set, every screen is also kept as a picture for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["E2E_SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
