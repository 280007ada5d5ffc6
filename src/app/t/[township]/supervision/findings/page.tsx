import { FindingList } from "@/domains/supervision/components/finding-list";
import { findingsQuery } from "@/domains/supervision/components/list-query";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "问题清单" };

export default async function FindingsPage({ params, searchParams }: Props) {
  const { township } = await params;
  const input = findingsQuery(township, listStateOf(await searchParams));
  await prefetch(api.supervision.findings.queryOptions(input));
  return (
    <Hydrate>
      <FindingList township={township} />
    </Hydrate>
  );
}
