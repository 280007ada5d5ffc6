"use client";

import { useQueryClient } from "@tanstack/react-query";
import { goesStale, type Router } from "./affects";

/** Asks again for everything on the screen that a change made through a router may have made stale. */
export function useRefresh(): (changed: Router) => Promise<void> {
  const queryClient = useQueryClient();
  return (changed) =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [path] }) => Array.isArray(path) && goesStale(String(path[0]), changed),
    });
}
