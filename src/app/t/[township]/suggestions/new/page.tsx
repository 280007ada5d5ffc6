import { NewSuggestionPage } from "@/domains/suggestions/components/form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

export const metadata = { title: "登记建议" };

export default async function NewSuggestion({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("suggestions:write");
  await prefetch(api.suggestions.people.queryOptions({ township }));
  return (
    <Hydrate>
      <NewSuggestionPage township={township} />
    </Hydrate>
  );
}
