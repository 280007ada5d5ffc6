"use client";

import { useEffect, useState } from "react";
import { useDraftScope } from "../shell/draft-scope";
import { draftName, keepDraft, readDraft } from "./draft";

type Draft = {
  /** What was left unsaved last time. */
  restored: Record<string, unknown> | null;
  kept: boolean;
  keep: (values: object) => void;
  forget: () => void;
};

/** Forms are loaded in the browser only (`ssr: false`), so the store is there on the first render. */
export function useDraft(key: string | undefined): Draft {
  const name = draftName(useDraftScope(), key);
  const [restored] = useState(() => (name === null ? null : readDraft(window.localStorage, name)));
  return {
    restored,
    kept: name !== null,
    keep: (values) => {
      if (name !== null) keepDraft(window.localStorage, name, values);
    },
    forget: () => {
      if (name !== null) window.localStorage.removeItem(name);
    },
  };
}

/** Closing the tab always asks; following a link asks only when no draft would bring the words back. */
export function useLeaveWarning(dirty: boolean, draftKept: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (draftKept || !link || link.getAttribute("target") === "_blank") return;
      if (window.confirm("填写的内容还没有保存，确定离开？")) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [dirty, draftKept]);
}
