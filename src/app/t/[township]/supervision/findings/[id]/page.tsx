import { FindingDetail } from "@/domains/supervision/components/finding-detail";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "监督问题" };

export default async function FindingPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.supervision.finding.queryOptions({ township, id }));
  return (
    <Hydrate>
      <FindingDetail township={township} id={id} />
    </Hydrate>
  );
}
