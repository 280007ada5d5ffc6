"use client";

import { createContext, useContext, type ReactNode } from "react";

const DraftScope = createContext("");

/** Tenant and user: drafts of one person in one township never show up for another on a shared computer. */
export function DraftScopeProvider({ scope, children }: { scope: string; children: ReactNode }) {
  return <DraftScope value={scope}>{children}</DraftScope>;
}

export function useDraftScope(): string {
  return useContext(DraftScope);
}
