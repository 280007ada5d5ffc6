import { MeetingDetail } from "@/domains/presidium/components/meeting-detail";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "主席团会议" };

export default async function MeetingPage({ params }: Props) {
  const { township, id } = await params;
  await prefetch(api.presidium.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <MeetingDetail township={township} id={id} />
    </Hydrate>
  );
}
