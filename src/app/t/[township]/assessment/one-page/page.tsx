import { OwnOnePage } from "@/domains/assessments/components/one-pages";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "一镇一页" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(api.assessments.ownOnePage.queryOptions({ township, year }));
  return (
    <Hydrate>
      <OwnOnePage township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
