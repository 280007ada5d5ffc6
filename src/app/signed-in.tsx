import type { ReactNode } from "react";
import { roleLabels } from "@/domains/accounts/labels";
import { permissionsOf } from "@/server/auth/permissions";
import type { SessionOnRequest } from "@/server/auth/session";
import { ApiProvider } from "@/trpc/client";
import { ViewerProvider } from "@/trpc/viewer";
import { AppShell } from "@/ui/shell/app-shell";

type SignedInProps = {
  session: SessionOnRequest;
  kind: "township" | "county" | "operator";
  base: string;
  tenantName: string;
  menu: readonly { key: string; label: string; href: string }[];
  dueCount?: number;
  quickHref?: string | undefined;
  readOnlyNotice?: string | undefined;
  children: ReactNode;
};

/** The frame of every signed-in area: API, rights, and the shell that says whose data this is. */
export function SignedIn({ session, dueCount = 0, children, ...frame }: SignedInProps) {
  return (
    <ApiProvider>
      <ViewerProvider permissions={permissionsOf(session.role)}>
        <AppShell
          {...frame}
          countyName={session.countyName ?? "平台运维"}
          demo={session.isDemo}
          user={{ displayName: session.displayName, roleLabel: roleLabels[session.role] }}
          dueCount={dueCount}
          draftScope={`${frame.base}:${session.accountId}`}
        >
          {children}
        </AppShell>
      </ViewerProvider>
    </ApiProvider>
  );
}
