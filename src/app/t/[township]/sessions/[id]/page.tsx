import { SessionBallots } from "@/domains/projects/components/session-ballots";
import { SessionDetail } from "@/domains/sessions/components/session-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.sessions.byId.queryOptions(await params), ({ title }) => title);
}

export default async function SessionPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.sessions.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <SessionDetail township={township} id={id} ballots={<SessionBallots township={township} id={id} />} />
    </Hydrate>
  );
}
