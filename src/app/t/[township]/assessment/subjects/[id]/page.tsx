import { OwnSubjectPage } from "@/domains/subjects/components/subject-page";
import { chosenSubject } from "@/domains/subjects/components/chosen";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "小组或单位得分" };

export default async function Page({ params, searchParams }: Props) {
  const { township, id } = await params;
  const { filters } = listStateOf(await searchParams);
  const currentYear = yearOf(dayOf(new Date()));
  const input = { year: chosenYear(filters, currentYear), subject: chosenSubject(filters) };
  await prefetch(api.subjects.ownLeague.queryOptions({ township, ...input }));
  return (
    <Hydrate>
      <OwnSubjectPage township={township} id={id} currentYear={currentYear} />
    </Hydrate>
  );
}
