import { NewMeeting } from "@/domains/presidium/components/meeting-form-pages";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "登记主席团会议" };

export default async function NewMeetingPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("presidium:write");
  return <NewMeeting township={township} />;
}
