import { RatingsPage } from "@/domains/joint-tasks/components/ratings-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.jointTasks.ratings.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ task }) => `${task.title}：评议结果`);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <RatingsPage county={county} id={id} />
    </Hydrate>
  );
}
