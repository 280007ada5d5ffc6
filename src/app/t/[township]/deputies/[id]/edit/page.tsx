import { EditDeputyPage } from "@/domains/deputies/components/form-pages";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.deputies.byId.queryOptions(await params), ({ name }) => `修改${name}`);
}

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
