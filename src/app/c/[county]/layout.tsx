import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CountyFrame } from "@/app/frames";
import { titleWithin } from "@/app/titles";
import { tenantKindOf } from "@/lib/roles";
import { requireReady } from "@/trpc/server";

type Props = { children: ReactNode; params: Promise<{ county: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return titleWithin((await requireReady()).countyName ?? "");
}

export default async function CountyLayout({ children, params }: Props) {
  const { county } = await params;
  const session = await requireReady();
  if (tenantKindOf(session.role) !== "county" || session.countyCode !== county) notFound();
  return <CountyFrame session={session}>{children}</CountyFrame>;
}
