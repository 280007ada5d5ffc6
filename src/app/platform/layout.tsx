import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PlatformFrame } from "@/app/frames";
import { requireReady } from "@/trpc/server";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const session = await requireReady();
  if (session.role !== "operator") notFound();
  return <PlatformFrame session={session}>{children}</PlatformFrame>;
}
