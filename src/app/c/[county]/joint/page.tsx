import { JointYear } from "@/domains/joint-tasks/components/year-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata = { title: "联动任务" };

export default async function Page({ searchParams }: Props) {
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  await prefetch(api.jointTasks.year.queryOptions({ year: chosenYear(filters, currentYear) }));
  return (
    <Hydrate>
      <JointYear currentYear={currentYear} />
    </Hydrate>
  );
}
