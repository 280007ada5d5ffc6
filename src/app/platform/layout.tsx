import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { SignedIn } from "@/app/signed-in";
import { requireReady } from "@/trpc/server";

const menu = [{ key: "counties", label: "县级单位", href: "/platform" }];

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const session = await requireReady();
  if (session.role !== "operator") notFound();
  return (
    <SignedIn session={session} kind="operator" base="/platform" tenantName="平台运维" menu={menu}>
      {children}
    </SignedIn>
  );
}
