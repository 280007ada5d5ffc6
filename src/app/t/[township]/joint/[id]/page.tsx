import { PartPage } from "@/domains/joint-tasks/components/part-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.jointTasks.part.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ task }) => task.title);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  return (
    <Hydrate>
      <PartPage township={township} id={id} />
    </Hydrate>
  );
}
