import type { Locator, Page } from "playwright-core";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { home } from "./browser";

/** A day so many days before today, as the office types it. */
export const daysAgo = (days: number): Day => addDays(dayOf(new Date()), -days);

export const next = (page: Page): Locator => page.getByRole("region", { name: "现在能做" });

/** Opens a dialog or drawer by its button, fills it, sends it, and waits until it has closed by itself. */
export async function through(
  page: Page,
  button: Locator,
  fill: (dialog: Locator) => Promise<unknown>,
): Promise<void> {
  await button.click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill(dialog);
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "hidden" });
}

/** A step that the page says comes next. */
export const step = (
  page: Page,
  button: string,
  fill: (dialog: Locator) => Promise<unknown>,
): Promise<void> => through(page, next(page).getByRole("button", { name: button, exact: true }), fill);

/** Picks from a list by typing, one after another where several may be chosen. */
export async function choose(page: Page, within: Locator | Page, label: string, ...typed: string[]) {
  const box = within.getByRole("combobox", { name: label });
  for (const words of typed) {
    await box.click();
    await box.fill(words);
    await page.locator(".ant-select-dropdown:visible .ant-select-item-option").first().waitFor();
    await page.keyboard.press("Enter");
  }
  // A list for several stays open over what comes below it.
  if (typed.length > 1) await page.keyboard.press("Escape");
}

/** Fields by their labels, typed as they stand. */
export async function type(within: Locator | Page, values: Readonly<Record<string, string | number>>) {
  for (const [label, value] of Object.entries(values)) {
    await within
      .getByRole("textbox", { name: new RegExp(`^${label}`) })
      .first()
      .fill(String(value));
  }
}

/** Sends a form that has a page of its own; its record's page comes. @returns the record's address */
export async function save(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^保\s*存$/ }).click();
  await page.waitForURL(/\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** By the menu on the left, and from there by the links and buttons of the pages. */
export async function follow(page: Page, ...links: readonly (string | RegExp)[]): Promise<void> {
  for (const name of links) await page.getByRole("link", { name, exact: true }).first().click();
}

/** An indicator's line on the score page, opened. */
export async function scoreOf(page: Page, code: string, year: number): Promise<Locator> {
  await page.goto(`${home}/assessment?year=${year}`);
  const line = page.locator("details").filter({ hasText: new RegExp(`^${code} `) });
  await line.locator("summary").click();
  return line;
}

/** Work that is reached from 基础工作: its list. */
export async function basicWork(page: Page, name: string): Promise<void> {
  await follow(page, "基础工作");
  await page.getByRole("main").getByRole("link", { name, exact: true }).first().click();
}
