import { metricNames } from "@/domains/effects/labels";
import { libraryAsked } from "@/domains/practices/components/asked";
import { CountyLibraryPage } from "@/domains/practices/components/library-page";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "本县经验库" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  await prefetch(api.practices.countyLibrary.queryOptions(libraryAsked(listStateOf(await searchParams))));
  return (
    <Hydrate>
      <CountyLibraryPage county={county} names={metricNames} />
    </Hydrate>
  );
}
