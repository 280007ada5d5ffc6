import { TownshipReminders } from "@/domains/notifications/components/own-reminders";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "提醒" };

export default async function Page({ params }: Props) {
  const { township } = await params;
  await prefetch(api.notifications.township.queryOptions({ township }));
  return (
    <Hydrate>
      <TownshipReminders township={township} />
    </Hydrate>
  );
}
