import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SignedIn } from "@/app/signed-in";
import { tenantKindOf } from "@/lib/roles";
import { caller, orNotFound, requireReady } from "@/trpc/server";

type Props = { children: ReactNode; params: Promise<{ township: string }> };

const entries = [
  ["today", "今日", ""],
  ["sessions", "人代会", "/sessions"],
  ["presidium", "主席团", "/presidium"],
  ["deputies", "代表", "/deputies"],
  ["suggestions", "建议", "/suggestions"],
  ["supervision", "监督", "/supervision"],
  ["assessment", "考核", "/assessment"],
  ["settings", "设置", "/settings"],
] as const;

export default async function TownshipLayout({ children, params }: Props) {
  const { township: code } = await params;
  const session = await requireReady();
  if (session.role === "operator" || session.role === "countyAccountAdmin") notFound();
  const api = await caller();
  const township = await orNotFound(api.tenancy.township({ township: code }));
  const dueCount = await api.today.dueCount({ township: code });
  const fromCounty = tenantKindOf(session.role) === "county";
  const base = `/t/${code}`;
  const menu = entries.map(([key, label, path]) => ({ key, label, href: `${base}${path}` }));
  const back = { key: "county", label: "← 回到县级", href: `/c/${session.countyCode ?? ""}` };
  return (
    <SignedIn
      session={session}
      kind="township"
      base={base}
      tenantName={`${township.name}人大`}
      dueCount={dueCount}
      menu={fromCounty ? [back, ...menu] : menu}
      readOnlyNotice={
        fromCounty ? `您正以县人大身份查看${township.name}的记录，只能查看，不能修改。` : undefined
      }
    >
      {children}
    </SignedIn>
  );
}
