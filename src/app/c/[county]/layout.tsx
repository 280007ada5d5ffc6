import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SignedIn } from "@/app/signed-in";
import { tenantKindOf } from "@/lib/roles";
import { requireReady } from "@/trpc/server";

type Props = { children: ReactNode; params: Promise<{ county: string }> };

const entries = [
  ["home", "总览", ""],
  ["compare", "横向比较", "/compare"],
  ["assessment", "年度考核", "/assessment"],
  ["townships", "乡镇", "/townships"],
  ["settings", "设置", "/settings"],
] as const;

export default async function CountyLayout({ children, params }: Props) {
  const { county } = await params;
  const session = await requireReady();
  if (tenantKindOf(session.role) !== "county" || session.countyCode !== county) notFound();
  const base = `/c/${county}`;
  const accounts = { key: "accounts", label: "账号", href: `${base}/accounts` };
  const menu = entries.map(([key, label, path]) => ({ key, label, href: `${base}${path}` }));
  return (
    <SignedIn
      session={session}
      // An account administrator reads no business data, so there is nothing to search for.
      kind={session.role === "countyAccountAdmin" ? "operator" : "county"}
      base={base}
      tenantName={`${session.countyName ?? ""}人大常委会`}
      menu={session.role === "countyAccountAdmin" ? [accounts] : menu}
    >
      {children}
    </SignedIn>
  );
}
