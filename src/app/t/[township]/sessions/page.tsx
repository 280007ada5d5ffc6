import { sessionsQuery } from "@/domains/sessions/components/list-query";
import { SessionList } from "@/domains/sessions/components/session-list";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "人代会" };

export default async function SessionsPage({ params, searchParams }: Props) {
  const { township } = await params;
  await prefetch(api.sessions.list.queryOptions(sessionsQuery(township, listStateOf(await searchParams))));
  return (
    <Hydrate>
      <SessionList township={township} />
    </Hydrate>
  );
}
