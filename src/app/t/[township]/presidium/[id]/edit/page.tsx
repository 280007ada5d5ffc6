import { EditMeeting } from "@/domains/presidium/components/meeting-form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "修改主席团会议" };

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
