import { OwnExchange } from "@/domains/symposia/components/own-year";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "受邀活动和承诺" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.symposia.own.queryOptions({ township, year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <OwnExchange township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
