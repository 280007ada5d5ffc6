import { OwnSignals } from "@/domains/integrity/components/own-signals";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "核查提示" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters, page } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(api.integrity.own.queryOptions({ township, year, page }));
  return (
    <Hydrate>
      <OwnSignals township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
