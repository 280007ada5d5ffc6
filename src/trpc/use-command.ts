"use client";

import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import type { TRPCClientErrorLike } from "@trpc/client";
import type { TRPCMutationKey } from "@trpc/tanstack-react-query";
import { useRef } from "react";
import type { AppRouter } from "@/server/trpc/root";
import type { Router } from "./affects";
import { useRefresh } from "./use-refresh";

export type ApiError = TRPCClientErrorLike<AppRouter>;
type WithoutKey<In> = In extends unknown ? Omit<In, "idempotencyKey"> : never;
type Options<In, Out> = UseMutationOptions<Out, ApiError, In> & { mutationKey: TRPCMutationKey };

/**
 * A command with an idempotency key of its own: sending the same form again, by a double click or after a broken
 * connection, has one effect. What the change makes stale is asked for again (`affects.ts`).
 */
export function useCommand<In extends { idempotencyKey: string }, Out>(options: Options<In, Out>) {
  const refresh = useRefresh();
  const key = useRef<{ forInput: string; key: string } | null>(null);
  const mutation = useMutation(options);

  async function run(input: WithoutKey<In>): Promise<Out> {
    const forInput = JSON.stringify(input);
    if (key.current?.forInput !== forInput) key.current = { forInput, key: crypto.randomUUID() };
    const result = await mutation.mutateAsync({ ...input, idempotencyKey: key.current.key } as unknown as In);
    key.current = null;
    const [[router]] = options.mutationKey;
    await refresh(router as Router);
    return result;
  }

  return { run, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset };
}
