import { NoticePage } from "@/domains/notices/components/notice-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ county: string; id: string }> };

const asked = (id: string) => api.notices.notice.queryOptions({ id });

export async function generateMetadata({ params }: Props) {
  const { id } = await params;
  return titleFrom(asked(id), ({ notice }) => notice.title);
}

export default async function Page({ params }: Props) {
  const { county, id } = await params;
  await prefetch(asked(id));
  return (
    <Hydrate>
      <NoticePage county={county} id={id} />
    </Hydrate>
  );
}
