import { JointSettings } from "@/domains/joint-tasks/components/settings-page";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ county: string }> };

export const metadata = { title: "联动设置" };

export default async function Page({ params }: Props) {
  const { county } = await params;
  await prefetch(api.jointTasks.setUp.queryOptions({}));
  return (
    <Hydrate>
      <JointSettings county={county} />
    </Hydrate>
  );
}
