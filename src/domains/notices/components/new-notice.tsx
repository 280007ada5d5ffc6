"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTRPC } from "@/trpc/client";

const NoticeForm = dynamic(() => import("./notice-form").then((module) => module.NoticeForm), { ssr: false });

export function NewNotice({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { data } = useQuery(useTRPC().notices.setUp.queryOptions({}));
  return <NoticeForm townships={data?.townships ?? []} onClose={onClose} onMade={onMade} />;
}
