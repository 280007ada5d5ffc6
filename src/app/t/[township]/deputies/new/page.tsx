import { NewDeputyPage } from "@/domains/deputies/components/form-pages";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "登记代表" };

export default async function Page({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("deputies:write");
  return <NewDeputyPage township={township} />;
}
