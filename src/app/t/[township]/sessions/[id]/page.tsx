import { SessionDetail } from "@/domains/sessions/components/session-detail";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "人代会" };

export default async function SessionPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.sessions.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <SessionDetail township={township} id={id} />
    </Hydrate>
  );
}
