import { SummaryPage } from "@/domains/summaries/components/summary-page";
import { summaryAsked } from "@/domains/summaries/components/summary-asked";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "工作总结" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.summaries.draft.queryOptions(summaryAsked(township, filters, currentYear)));
  return (
    <Hydrate>
      <SummaryPage township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
