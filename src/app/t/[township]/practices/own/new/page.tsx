import { metricNames } from "@/domains/effects/labels";
import { NewPractice } from "@/domains/practices/components/practice-form";
import { requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "写经验" };

export default async function Page({ params }: Props) {
  const { township } = await params;
  await requireRight("practices:write");
  return <NewPractice township={township} names={metricNames} />;
}
