import { UnitDetailPage } from "@/domains/suggestions/components/unit-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.units.byId.queryOptions(await params), ({ name }) => name);
}

export default async function UnitPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.units.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <UnitDetailPage township={township} id={id} />
    </Hydrate>
  );
}
