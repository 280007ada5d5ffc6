"use client";

import { useRef, useState } from "react";
import { type Problem, problemOf } from "./problem";

/** What a press sets off: one at a time, and a refusal stays in sight until the next one. */
export function useAttempt() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const settle = (found: Problem | null) => {
    running.current = false;
    setBusy(false);
    setProblem(found);
  };
  /** @param act a step that is done at once, or a promise: its refusal is the problem */
  const attempt = (act: () => unknown) => {
    if (running.current) return;
    setProblem(null);
    const done = act();
    if (!(done instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    done.then(
      () => settle(null),
      (error: unknown) => settle(problemOf(error)),
    );
  };
  return { attempt, busy, problem };
}
