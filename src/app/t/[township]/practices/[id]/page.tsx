import { metricNames } from "@/domains/effects/labels";
import { EditionPage } from "@/domains/practices/components/edition-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.practices.edition.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ edition }) => edition.title);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  return (
    <Hydrate>
      <EditionPage township={township} id={id} names={metricNames} />
    </Hydrate>
  );
}
