import { NewActivity } from "@/domains/supervision/components/activity-form-pages";
import { dayOf } from "@/lib/dates";
import { requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "登记监督活动" };

export default async function NewActivityPage({ params }: Props) {
  const { township } = await params;
  await requireRight("supervision:write");
  return <NewActivity township={township} today={dayOf(new Date())} />;
}
