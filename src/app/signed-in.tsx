import type { ReactNode } from "react";
import { roleLabels } from "@/domains/accounts/labels";
import { Bell } from "@/domains/notifications/components/bell";
import { may, permissionsOf } from "@/server/auth/permissions";
import type { SessionOnRequest } from "@/server/auth/session";
import { ApiProvider } from "@/trpc/client";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { ViewerProvider } from "@/trpc/viewer";
import { AppShell } from "@/ui/shell/app-shell";

type SignedInProps = {
  session: SessionOnRequest;
  kind: "township" | "county" | "operator";
  base: string;
  tenantName: string;
  menu: readonly { key: string; label: string; href: string }[];
  quickHref?: string | undefined;
  readOnlyNotice?: string | undefined;
  children: ReactNode;
};

/** Everybody hears of what is one's own, wherever one looks; asked for with the page. */
async function bellOf({ role, countyCode, townshipCode: own }: SessionOnRequest): Promise<ReactNode> {
  if (!may(role, "notifications:own")) return null;
  await prefetch(
    own === null
      ? api.notifications.county.queryOptions({})
      : api.notifications.township.queryOptions({ township: own }),
  );
  return (
    <Hydrate>
      <Bell base={own === null ? `/c/${countyCode ?? ""}` : `/t/${own}`} township={own} />
    </Hydrate>
  );
}

/** The frame of every signed-in area: API, rights, and the shell that says whose data this is. */
export async function SignedIn({ session, children, ...frame }: SignedInProps) {
  return (
    <ApiProvider>
      <ViewerProvider permissions={permissionsOf(session.role)}>
        <AppShell
          {...frame}
          countyName={session.countyName ?? "平台运维"}
          demo={session.isDemo}
          user={{ displayName: session.displayName, roleLabel: roleLabels[session.role] }}
          bell={await bellOf(session)}
          draftScope={`${frame.base}:${session.accountId}`}
        >
          {children}
        </AppShell>
      </ViewerProvider>
    </ApiProvider>
  );
}
