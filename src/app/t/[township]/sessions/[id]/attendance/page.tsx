import { SessionRoll } from "@/domains/sessions/components/session-roll";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(
    api.sessions.attendanceSheet.queryOptions(await params),
    ({ title }) => `登记出席 ${title}`,
  );
}

export default async function SessionAttendancePage({ params }: Props) {
  const { township, id } = await params;
  await requireRight("sessions:write");
  await prefetch(api.sessions.attendanceSheet.queryOptions({ township, id }));
  return (
    <Hydrate>
      <SessionRoll township={township} id={id} />
    </Hydrate>
  );
}
