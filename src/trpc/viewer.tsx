"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Permission } from "@/server/auth/permissions";

const Permissions = createContext<ReadonlySet<string>>(new Set());

/** What the signed-in person may do, from the same table that guards the procedures. */
export function ViewerProvider({
  permissions,
  children,
}: {
  permissions: readonly Permission[];
  children: ReactNode;
}) {
  return <Permissions value={new Set<string>(permissions)}>{children}</Permissions>;
}

/** `may("suggestions:assign")`: whether to show a button. The server decides again when it is pressed. */
export function useMay(): (permission: Permission) => boolean {
  const held = useContext(Permissions);
  return (permission) => held.has(permission);
}
