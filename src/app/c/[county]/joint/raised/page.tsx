import { JointTabs } from "@/domains/joint-tasks/components/joint-tabs";
import { RaisedList } from "@/domains/supervision/components/raised-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ county: string }> };

export const metadata = { title: "上报问题" };

export default async function Page({ params }: Props) {
  const { county } = await params;
  await prefetch(api.supervision.raised.queryOptions({}));
  return (
    <Hydrate>
      <RaisedList county={county} tabs={<JointTabs county={county} />} />
    </Hydrate>
  );
}
