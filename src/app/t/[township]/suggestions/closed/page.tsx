import { NewClosedPage } from "@/domains/suggestions/components/form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

export const metadata = { title: "补录已办结的建议" };

export default async function EnterClosed({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("suggestions:write");
  await prefetch(
    api.suggestions.people.queryOptions({ township }),
    api.units.options.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <NewClosedPage township={township} />
    </Hydrate>
  );
}
