import { redirect } from "next/navigation";
import { homeOf } from "@/app/home-of";
import { requireSession } from "@/trpc/server";

/** Everybody's first page is their own desk. */
export default async function Home() {
  redirect(homeOf(await requireSession()));
}
