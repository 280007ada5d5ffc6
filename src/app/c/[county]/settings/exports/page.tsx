import { ExportsPage } from "@/domains/exports/components/exports-page";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ county: string }> };

export const metadata = { title: "数据接口" };

export default async function Page({ params }: Props) {
  const { county } = await params;
  await prefetch(api.exports.tokens.queryOptions({}));
  return (
    <Hydrate>
      <ExportsPage base={`/c/${county}`} />
    </Hydrate>
  );
}
