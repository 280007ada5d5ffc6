import { FindingDetail } from "@/domains/supervision/components/finding-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(
    api.supervision.finding.queryOptions(await params),
    ({ description }) => `问题 ${description.slice(0, 24)}`,
  );
}

export default async function FindingPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.supervision.finding.queryOptions({ township, id }));
  return (
    <Hydrate>
      <FindingDetail township={township} id={id} />
    </Hydrate>
  );
}
