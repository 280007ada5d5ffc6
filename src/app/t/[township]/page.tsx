import { TodayBoard } from "@/domains/today/components/today-board";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "今日" };

export default async function TodayPage({ params }: Props) {
  const { township } = await params;
  await prefetch(
    api.today.due.queryOptions({ township }),
    api.today.figures.queryOptions({ township }),
    api.today.recent.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <TodayBoard township={township} />
    </Hydrate>
  );
}
