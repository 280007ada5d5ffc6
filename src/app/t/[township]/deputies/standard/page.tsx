import { ProgressPage } from "@/domains/standards/components/progress-page";
import { dayOf, yearOf } from "@/lib/dates";
import { chosenYear } from "@/lib/years";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "履职达标" };

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
};

export default async function DutyStandardPage({ params, searchParams }: Props) {
  const { township } = await params;
  const year = chosenYear(await searchParams, yearOf(dayOf(new Date())));
  await prefetch(api.standards.ofTownship.queryOptions({ township, year }));
  return (
    <Hydrate>
      <ProgressPage township={township} />
    </Hydrate>
  );
}
