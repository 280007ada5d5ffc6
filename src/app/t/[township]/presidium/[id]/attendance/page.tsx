import { MeetingRoll } from "@/domains/presidium/components/meeting-roll";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "登记出席" };

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
