import { EditActivity } from "@/domains/supervision/components/activity-form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "修改监督活动" };

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
