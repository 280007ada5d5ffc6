import { DrawPage } from "@/domains/joint-tasks/components/draw-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.jointTasks.draws.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ task }) => `${task.title}：抽取受检单位`);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <DrawPage county={county} id={id} />
    </Hydrate>
  );
}
