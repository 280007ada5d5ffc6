"use client";

import { useEffect, useRef } from "react";
import { isComposing } from "../composing";
import { useWords } from "../use-words";
import { useUrlState } from "./use-url-state";

const typingPause = 350;

/** What a list is searched by: words in the address, sent when the typing pauses. */
export function SearchField({ placeholder }: { placeholder: string }) {
  const { q, query, change, pending } = useUrlState();
  const { box, heard, left } = useWords(q, query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(q);
  useEffect(() => {
    asked.current = q;
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = () => {
    clearTimeout(timer.current);
    const words = box.current?.value.trim() ?? "";
    if (words === asked.current) return;
    asked.current = words;
    change({ q: words });
  };
  const searchSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, typingPause);
  };
  return (
    <form
      role="search"
      aria-label="在本页查找"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <input
        ref={box}
        className="field filter-search"
        type="search"
        aria-label={`查找：${placeholder}`}
        placeholder={placeholder}
        defaultValue={q}
        maxLength={100}
        autoComplete="off"
        onInput={(event) => {
          heard();
          clearTimeout(timer.current);
          // Letters of an input method are no words yet.
          if (!isComposing(event.nativeEvent)) searchSoon();
        }}
        onCompositionEnd={searchSoon}
        onBlur={() => {
          left();
          search();
        }}
      />
    </form>
  );
}
