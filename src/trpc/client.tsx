"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/trpc/root";
import { makeQueryClient } from "./query-client";
import { apiLinks } from "./reason-link";

export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

let browserClient: QueryClient | undefined;

function queryClientOf(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  return (browserClient ??= makeQueryClient());
}

/** Forgets everything of the person who was here: called before another one signs in [S72]. */
export function forgetAll(): void {
  browserClient?.clear();
}

export function ApiProvider({ children }: { children: ReactNode }) {
  const queryClient = queryClientOf();
  const [trpcClient] = useState(() => createTRPCClient<AppRouter>({ links: apiLinks }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
