"use client";

import { useEffect } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable=true]") !== null
  );
}

function press(selector: string, act: (element: HTMLElement) => void): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) act(element);
  return element !== null;
}

/** Something lies over the page that Esc closes first: a dialog, a drawer, a menu, an open list or calendar. */
function isCovered(): boolean {
  const covers = document.querySelectorAll(
    "dialog[open], .shell-user[open], [role=dialog], .ant-select-open, .ant-picker-dropdown",
  );
  return [...covers].some((cover) => cover.getClientRects().length > 0);
}

/** Back to the list as it was left, filters and all, when it is the page before; else to the list. */
function goBackTo(link: HTMLElement) {
  const { navigation } = window as { navigation?: Navigation };
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]?.url;
  const list = link.getAttribute("href");
  const back = (event: Event) => {
    event.preventDefault();
    window.history.back();
  };
  // Through the link in either case, so that whoever guards what is typed can still ask.
  if (before && new URL(before).pathname === list) link.addEventListener("click", back);
  link.click();
  link.removeEventListener("click", back);
}

/** `/` goes to the search box, `n` presses the page's "new" button, Esc leaves a record; all keep quiet while somebody types. */
export function useShortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const acted =
        (event.key === "/" && press("#site-search", (box) => box.focus())) ||
        (event.key === "n" && press("[data-shortcut=n]", (button) => button.click())) ||
        (event.key === "Escape" && !isCovered() && press("[data-shortcut=back] a:last-of-type", goBackTo));
      if (acted) event.preventDefault();
    };
    // Before anything else hears the key: a dialog that Esc has just closed would no longer be seen.
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
}
