import { notFound } from "next/navigation";
import { pageAt, recordAt, titleAt } from "@/app/record-pages";

type Props = {
  params: Promise<{ township: string; record: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const { township, record } = await params;
  const found = recordAt(record);
  return found === null ? { title: "没有找到这一页" } : titleAt(found, township);
}

/** The pages of every kind that is said once; an address nobody knows is told so within the menu, too. */
export default async function RecordPage({ params, searchParams }: Props) {
  const { township, record } = await params;
  const found = recordAt(record);
  if (found === null) notFound();
  return pageAt(found, { township, search: await searchParams });
}
