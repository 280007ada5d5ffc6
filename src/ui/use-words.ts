"use client";

import { useEffect, useRef } from "react";

/**
 * A box that shows the words of the address without being made anew for them: what somebody is typing is never
 * overwritten by an answer that comes late. `heard` and `left` go to the box's onInput and onBlur.
 * @param address changes whenever the address does, so that 清除筛选 empties a box whose words were never sent
 */
export function useWords(words: string, address: string) {
  const box = useRef<HTMLInputElement>(null);
  const typing = useRef(false);
  useEffect(() => {
    const input = box.current;
    if (input === null) return;
    if (input.value.trim() === words) typing.current = false;
    else if (!typing.current) input.value = words;
  }, [words, address]);
  const heard = () => {
    typing.current = true;
  };
  const left = () => {
    typing.current = false;
  };
  return { box, heard, left };
}
