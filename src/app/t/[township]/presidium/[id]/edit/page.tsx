import { EditMeeting } from "@/domains/presidium/components/meeting-form-pages";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.presidium.byId.queryOptions(await params), ({ topic }) => `修改 ${topic}`);
}

export default async function EditMeetingPage({ params }: Props) {
  const { township, id } = await params;
  await requireRight("presidium:write");
  await prefetch(api.presidium.byId.queryOptions({ township, id }));
  return (
    <Hydrate>
      <EditMeeting township={township} id={id} />
    </Hydrate>
  );
}
