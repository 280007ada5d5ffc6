import { RequestPage } from "@/domains/data-requests/components/request-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.dataRequests.request.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  return titleFrom(asked((await params).id), ({ request }) => request.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <RequestPage county={county} id={id} />
    </Hydrate>
  );
}
