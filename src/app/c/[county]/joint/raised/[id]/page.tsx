import { RaisedPage } from "@/domains/supervision/components/raised-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.supervision.raisedFinding.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ townshipName }) => `${townshipName}上报的问题`);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <RaisedPage county={county} id={id} />
    </Hydrate>
  );
}
