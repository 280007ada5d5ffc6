import { EditSuggestionPage } from "@/domains/suggestions/components/form-pages";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.suggestions.byId.queryOptions(await params), ({ title }) => `修改 ${title}`);
}

export default async function EditSuggestion({ params }: Props) {
  const { township, id } = await params;
  await requireRight("suggestions:write");
  await prefetch(
    api.suggestions.byId.queryOptions({ township, id }),
    api.suggestions.people.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <EditSuggestionPage township={township} id={id} />
    </Hydrate>
  );
}
