"use client";

import { useEffect, useRef } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";

/** Whoever of the office looks at a notice has opened it for the township; two at once are one. */
export function useOpening(
  township: string,
  { id, version }: { id: string; version: number },
  unopened: boolean,
): void {
  const { run } = useCommand(useTRPC().notices.open.mutationOptions());
  const asked = useRef<string | null>(null);
  useEffect(() => {
    const seen = `${id}:${version}`;
    if (!unopened || asked.current === seen) return;
    asked.current = seen;
    // Somebody else was first: then it is open.
    run({ township, id, version }).catch(() => undefined);
  }, [township, id, version, unopened, run]);
}
