import { registerQuery } from "@/domains/suggestions/components/list-query";
import { SuggestionList } from "@/domains/suggestions/components/suggestion-list";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "建议" };

export default async function SuggestionsPage({ params, searchParams }: Props) {
  const { township } = await params;
  await prefetch(
    api.suggestions.list.queryOptions(registerQuery(township, listStateOf(await searchParams))),
    api.units.options.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <SuggestionList township={township} />
    </Hydrate>
  );
}
