import { HandedPage } from "@/domains/petitions/components/handed-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: "信访交办" };

export default async function HandedPetitionsPage({ searchParams }: Props) {
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.petitions.handedList.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <HandedPage currentYear={currentYear} />
    </Hydrate>
  );
}
