import { OwnLog } from "@/domains/liaison/components/own-log";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "与县人大的联系" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const year = chosenYear(filters, currentYear);
  await prefetch(
    api.liaison.ownLog.queryOptions({ township, year }),
    api.liaison.own.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <OwnLog township={township} currentYear={currentYear} />
    </Hydrate>
  );
}
