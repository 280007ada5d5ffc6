import { SearchResults } from "@/domains/search/components/search-results";
import { caller, orNotFound } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ searchParams }: Pick<Props, "searchParams">) {
  const { q } = listStateOf(await searchParams);
  return { title: q === "" ? "查找" : `查找「${q.slice(0, 20)}」` };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { township } = await params;
  const q = listStateOf(await searchParams).q.slice(0, 100);
  const hits = await orNotFound((await caller()).search.township({ township, q }));
  return <SearchResults q={q} hits={hits} />;
}
