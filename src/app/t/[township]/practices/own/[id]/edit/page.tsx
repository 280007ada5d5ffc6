import { metricNames } from "@/domains/effects/labels";
import { EditPracticePage } from "@/domains/practices/components/form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "修改经验" };

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await requireRight("practices:write");
  await prefetch(api.practices.practice.queryOptions({ township, id }));
  return (
    <Hydrate>
      <EditPracticePage township={township} id={id} names={metricNames} />
    </Hydrate>
  );
}
