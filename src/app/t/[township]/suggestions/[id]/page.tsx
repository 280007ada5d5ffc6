import { OpinionsBehind } from "@/domains/contact/components/opinions-behind";
import { SuggestionDetailPage } from "@/domains/suggestions/components/suggestion-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.suggestions.byId.queryOptions(await params), ({ title }) => title);
}

export default async function SuggestionPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.suggestions.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <SuggestionDetailPage
        township={township}
        id={id}
        origin={<OpinionsBehind township={township} id={id} />}
      />
    </Hydrate>
  );
}
