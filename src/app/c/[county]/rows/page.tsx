import { RowsPage } from "@/domains/oversight/components/rows-page";
import { rowsQuery } from "@/domains/oversight/components/rows-query";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ county: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "构成数字的记录" };

export default async function Page({ params, searchParams }: Props) {
  const { county } = await params;
  const state = listStateOf(await searchParams);
  await prefetch(api.oversight.rows.queryOptions(rowsQuery(state)));
  return (
    <Hydrate>
      <RowsPage base={`/c/${county}`} />
    </Hydrate>
  );
}
