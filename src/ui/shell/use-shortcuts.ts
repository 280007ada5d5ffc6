"use client";

import { useEffect } from "react";
import { isComposing } from "../composing";
import { goBack } from "./way-back";

const editable = [
  "input, textarea, select, [contenteditable]:not([contenteditable=false])",
  "[role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], [role=listbox]",
].join();

/** Is the key meant for a box? A key of an input method may arrive from anywhere. */
function isTyping(event: KeyboardEvent): boolean {
  const isEditable = (element: EventTarget | null) =>
    element instanceof HTMLElement && (element.isContentEditable || element.closest(editable) !== null);
  return isComposing(event) || isEditable(event.target) || isEditable(document.activeElement);
}

function press(selector: string, act: (element: HTMLElement) => void): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) act(element);
  return element !== null;
}

const printButton = "[data-shortcut=print]";
const click = (element: HTMLElement) => element.click();

/** Something lies over the page that Esc closes first and no key may reach behind: a dialog, a menu, an open list or calendar. */
function isCovered(): boolean {
  const covers = document.querySelectorAll(
    "dialog[open], .shell-user[open], [role=dialog], .ant-select-open, .ant-picker-dropdown, .ant-popover",
  );
  return [...covers].some((cover) => cover.getClientRects().length > 0);
}

/** Back to where one came from, as it was left; opened on its own, a page leads to the list it belongs to. */
function leaveBy(link: HTMLElement) {
  const back = (event: Event) => {
    if (goBack()) event.preventDefault();
  };
  // Through the link in either case, so that whoever guards what is typed can still ask.
  link.addEventListener("click", back);
  link.click();
  link.removeEventListener("click", back);
}

function act(key: string): boolean {
  if (key === "/") return press("#site-search", (box) => box.focus());
  if (key === "n") return press("[data-shortcut=n]", click) || press("[data-shortcut=quick]", click);
  return key === "Escape" && press("[data-shortcut=back] a:last-of-type", leaveBy);
}

/** `/` goes to the search box, `n` presses the page's "new" button or else 记一笔, Esc leaves a record; all keep quiet while somebody types. */
export function useShortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.repeat) return;
      if (event.ctrlKey || event.metaKey) {
        // The browser would print the rows on the screen; the page's own button prints all of them.
        if (event.key === "p" && !isCovered() && press(printButton, click)) event.preventDefault();
        return;
      }
      if (!isTyping(event) && !isCovered() && act(event.key)) event.preventDefault();
    };
    // Before anything else hears the key: a dialog that Esc has just closed would no longer be seen.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
}
