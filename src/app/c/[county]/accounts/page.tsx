import { AccountList } from "@/domains/accounts/components/account-list";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: "账号" };

export default async function AccountsPage({ searchParams }: Props) {
  const { q, filters } = listStateOf(await searchParams);
  const status =
    filters["status"] === "disabled" || filters["status"] === "active" ? filters["status"] : null;
  await prefetch(api.accounts.list.queryOptions({ q, status }));
  return (
    <Hydrate>
      <AccountList />
    </Hydrate>
  );
}
