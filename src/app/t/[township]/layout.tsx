import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TownshipFrame } from "@/app/frames";
import { titleWithin, townshipOf } from "@/app/titles";
import { requireReady } from "@/trpc/server";

type Props = { children: ReactNode; params: Promise<{ township: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { township } = await params;
  return titleWithin((await townshipOf(township)).name);
}

export default async function TownshipLayout({ children, params }: Props) {
  const { township } = await params;
  const session = await requireReady();
  if (session.role === "operator" || session.role === "countyAccountAdmin") notFound();
  return (
    <TownshipFrame session={session} code={township}>
      {children}
    </TownshipFrame>
  );
}
