import { metricNames } from "@/domains/effects/labels";
import { NewPracticePage } from "@/domains/practices/components/form-pages";
import { requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "写经验" };

export default async function Page({ params }: Props) {
  const { township } = await params;
  await requireRight("practices:write");
  return <NewPracticePage township={township} names={metricNames} />;
}
