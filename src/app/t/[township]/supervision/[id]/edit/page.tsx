import { EditActivity } from "@/domains/supervision/components/activity-form-pages";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.supervision.byId.queryOptions(await params), ({ topic }) => `修改 ${topic}`);
}

export default async function EditActivityPage({ params }: Props) {
  const { township, id } = await params;
  await requireRight("supervision:write");
  await prefetch(api.supervision.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <EditActivity township={township} id={id} />
    </Hydrate>
  );
}
