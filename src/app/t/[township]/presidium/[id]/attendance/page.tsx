import { MeetingRoll } from "@/domains/presidium/components/meeting-roll";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(
    api.presidium.attendanceSheet.queryOptions(await params),
    ({ topic }) => `登记出席 ${topic}`,
  );
}

export default async function MeetingAttendancePage({ params }: Props) {
  const { township, id } = await params;
  await requireRight("presidium:write");
  await prefetch(api.presidium.attendanceSheet.queryOptions({ township, id }));
  return (
    <Hydrate>
      <MeetingRoll township={township} id={id} />
    </Hydrate>
  );
}
