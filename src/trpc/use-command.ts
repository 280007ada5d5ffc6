"use client";

import { useMutation, type UseMutationOptions, useQueryClient } from "@tanstack/react-query";
import type { TRPCClientErrorLike } from "@trpc/client";
import { useRef } from "react";
import type { AppRouter } from "@/server/trpc/root";

export type ApiError = TRPCClientErrorLike<AppRouter>;
type WithoutKey<In> = In extends unknown ? Omit<In, "idempotencyKey"> : never;

/**
 * A command with an idempotency key of its own: sending the same form again, by a double click or after a broken
 * connection, has one effect. `affects` names the routers whose queries the change makes stale.
 */
export function useCommand<In extends { idempotencyKey: string }, Out>(
  options: UseMutationOptions<Out, ApiError, In>,
  affects: readonly string[],
) {
  const queryClient = useQueryClient();
  const key = useRef<{ forInput: string; key: string } | null>(null);
  const mutation = useMutation(options);

  async function run(input: WithoutKey<In>): Promise<Out> {
    const forInput = JSON.stringify(input);
    if (key.current?.forInput !== forInput) key.current = { forInput, key: crypto.randomUUID() };
    const result = await mutation.mutateAsync({ ...input, idempotencyKey: key.current.key } as unknown as In);
    key.current = null;
    await queryClient.invalidateQueries({
      predicate: (query) => {
        const [path] = query.queryKey as [unknown];
        return Array.isArray(path) && affects.includes(String(path[0]));
      },
    });
    return result;
  }

  return { run, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
