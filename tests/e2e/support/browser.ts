import { mkdirSync } from "node:fs";
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

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const kept = new Map<AccountKey, Cookies>();

/** By the form the first time; later profiles take over the cookie, as sign-ins are limited by address. */
export async function signedIn(browser: Browser, who: AccountKey, viewport = desk): Promise<Page> {
  const page = await freshPage(browser, viewport);
  const cookies = kept.get(who);
  if (cookies !== undefined) {
    await page.context().addCookies(cookies);
    return page;
  }
  const { username, password } = world.accounts[who];
  await fillSignIn(page, username, password);
  await letIn(page);
  kept.set(who, await page.context().cookies());
  return page;
}

/** With E2E_SHOTS set, every screen is also kept as a picture for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env["E2E_SHOTS"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
