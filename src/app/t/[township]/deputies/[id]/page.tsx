import { DeputyDetail } from "@/domains/deputies/components/deputy-detail";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export default async function DeputyPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.deputies.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <DeputyDetail township={township} id={id} />
    </Hydrate>
  );
}
