import { AdoptionEffect } from "@/domains/effects/components/adoption-effect";
import { metricNames } from "@/domains/effects/labels";
import { AdoptionPage } from "@/domains/practices/components/adoption-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.practices.adoption.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ adoption }) => `采用：${adoption.title}`);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  const effect = <AdoptionEffect township={township} id={id} />;
  return (
    <Hydrate>
      <AdoptionPage township={township} id={id} names={metricNames} effect={effect} />
    </Hydrate>
  );
}
