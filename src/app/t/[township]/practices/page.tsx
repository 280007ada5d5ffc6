import { metricNames } from "@/domains/effects/labels";
import { libraryAsked } from "@/domains/practices/components/asked";
import { LibraryPage } from "@/domains/practices/components/library-page";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "本县经验库" };

export default async function Page({ params, searchParams }: Props) {
  const { township } = await params;
  const asked = libraryAsked(listStateOf(await searchParams));
  await prefetch(api.practices.library.queryOptions({ township, ...asked }));
  return (
    <Hydrate>
      <LibraryPage township={township} names={metricNames} />
    </Hydrate>
  );
}
