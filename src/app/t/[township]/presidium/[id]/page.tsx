import { MeetingDetail } from "@/domains/presidium/components/meeting-detail";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(
    api.presidium.byId.queryOptions(await params),
    ({ topic, occurredOn }) => `${topic}（${occurredOn}）`,
  );
}

export default async function MeetingPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.presidium.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <MeetingDetail township={township} id={id} />
    </Hydrate>
  );
}
