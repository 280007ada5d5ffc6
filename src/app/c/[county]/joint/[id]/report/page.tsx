import { ReportPage } from "@/domains/joint-tasks/components/report-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.jointTasks.merged.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ task }) => `${task.title}：汇总报告`);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <ReportPage county={county} id={id} />
    </Hydrate>
  );
}
