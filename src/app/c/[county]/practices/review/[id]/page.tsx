import { metricNames } from "@/domains/effects/labels";
import { ReviewPage } from "@/domains/practices/components/review-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.practices.review.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ practice }) => practice.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <ReviewPage county={county} id={id} names={metricNames} />
    </Hydrate>
  );
}
