import { SessionRoll } from "@/domains/sessions/components/session-roll";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "登记出席" };

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
