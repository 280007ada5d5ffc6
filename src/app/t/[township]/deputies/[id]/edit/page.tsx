import { EditDeputyPage } from "@/domains/deputies/components/form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await requireRight("deputies:write");
  await prefetch(api.deputies.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <EditDeputyPage township={township} id={id} />
    </Hydrate>
  );
}
