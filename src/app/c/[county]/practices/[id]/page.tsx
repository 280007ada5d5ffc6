import { PracticeEffects } from "@/domains/effects/components/practice-effects";
import { metricNames } from "@/domains/effects/labels";
import { CountyEditionPage } from "@/domains/practices/components/county-edition-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.practices.countyEdition.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ edition }) => edition.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <CountyEditionPage county={county} id={id} names={metricNames} effect={<PracticeEffects id={id} />} />
    </Hydrate>
  );
}
