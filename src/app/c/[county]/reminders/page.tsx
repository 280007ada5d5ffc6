import { CountyReminders } from "@/domains/notifications/components/own-reminders";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "提醒" };

export default async function Page() {
  await prefetch(api.notifications.county.queryOptions({}));
  return (
    <Hydrate>
      <CountyReminders />
    </Hydrate>
  );
}
