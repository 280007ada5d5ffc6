"use client";

import { useEffect, useState } from "react";

const pause = 600;

/** What is typed, as it stood when somebody last paused: for what is asked of the server while a form is filled in. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
