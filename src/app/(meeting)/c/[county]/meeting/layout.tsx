import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { tenantKindOf } from "@/lib/roles";
import { ApiProvider } from "@/trpc/client";
import { requireReady } from "@/trpc/server";

type Props = { children: ReactNode; params: Promise<{ county: string }> };

/** For the projector: the county's page without the shell, its menus and its search. */
export default async function MeetingLayout({ children, params }: Props) {
  const { county } = await params;
  const session = await requireReady();
  const reads = tenantKindOf(session.role) === "county" && session.role !== "countyAccountAdmin";
  if (!reads || session.countyCode !== county) notFound();
  return <ApiProvider>{children}</ApiProvider>;
}
