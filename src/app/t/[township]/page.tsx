import { titleOfHome, townshipOf } from "@/app/titles";
import { OwnPosition } from "@/domains/oversight/components/own-position";
import { TodayBoard } from "@/domains/today/components/today-board";
import { dayOf, yearOf } from "@/lib/dates";
import { tenantKindOf } from "@/lib/roles";
import { listStateOf } from "@/ui/list/url-state";
import { api, Hydrate, prefetch, requireReady } from "@/trpc/server";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  return titleOfHome("今日", (await townshipOf((await params).township)).name);
}

export default async function TodayPage({ params, searchParams }: Props) {
  const { township } = await params;
  const all = listStateOf(await searchParams).filters["all"] === "yes";
  const year = yearOf(dayOf(new Date()));
  const own = tenantKindOf((await requireReady()).role) === "township";
  await prefetch(
    api.today.due.queryOptions({ township, all }),
    api.today.setUp.queryOptions({ township }),
    api.today.figures.queryOptions({ township }),
    api.today.recent.queryOptions({ township }),
    ...(own ? [api.oversight.ownPosition.queryOptions({ township, year })] : []),
  );
  return (
    <Hydrate>
      <TodayBoard
        township={township}
        position={own ? <OwnPosition township={township} year={year} /> : null}
      />
    </Hydrate>
  );
}
