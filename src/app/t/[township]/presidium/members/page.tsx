import { MemberList } from "@/domains/presidium/components/member-list";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "主席团成员" };

export default async function MembersPage({ params, searchParams }: Props) {
  const { township } = await params;
  const { q } = listStateOf(await searchParams);
  await prefetch(api.presidium.members.queryOptions({ township, q }));
  return (
    <Hydrate>
      <MemberList township={township} />
    </Hydrate>
  );
}
