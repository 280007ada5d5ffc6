import { TownshipList } from "@/domains/tenancy/components/township-list";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "乡镇" };

export default async function TownshipsPage({ params, searchParams }: Props) {
  const { county } = await params;
  const { q, filters } = listStateOf(await searchParams);
  await prefetch(api.tenancy.townships.queryOptions({ q, withMerged: filters["merged"] === "yes" }));
  return (
    <Hydrate>
      <TownshipList county={county} />
    </Hydrate>
  );
}
