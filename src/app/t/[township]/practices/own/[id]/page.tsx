import { metricNames } from "@/domains/effects/labels";
import { OwnPracticePage } from "@/domains/practices/components/own-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.practices.practice.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ title }) => title);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  return (
    <Hydrate>
      <OwnPracticePage township={township} id={id} names={metricNames} />
    </Hydrate>
  );
}
