import { ReviewList } from "@/domains/practices/components/review-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ county: string }> };

export const metadata = { title: "待审核的经验" };

export default async function Page({ params }: Props) {
  const { county } = await params;
  await prefetch(api.practices.queue.queryOptions({}));
  return (
    <Hydrate>
      <ReviewList county={county} />
    </Hydrate>
  );
}
