import { OwnYearbook } from "@/domains/oversight/components/yearbook-page";
import { chosenYear } from "@/lib/years";
import { dayOf, yearOf } from "@/lib/dates";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "年鉴" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(
    api.oversight.ownYearbook.queryOptions({ township, year: chosenYear(filters, currentYear) }),
  );
  return (
    <Hydrate>
      <OwnYearbook township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
