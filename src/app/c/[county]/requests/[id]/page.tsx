import { CountyRequest } from "@/domains/requests/components/county-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.requests.request.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  const { id } = await params;
  return titleFrom(asked(id), ({ request }) => request.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <CountyRequest county={county} id={id} />
    </Hydrate>
  );
}
