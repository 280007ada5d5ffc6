import { GatheringPage } from "@/domains/symposia/components/gathering-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.symposia.gathering.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ gathering }) => gathering.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <GatheringPage county={county} id={id} />
    </Hydrate>
  );
}
