import { CheckPage } from "@/domains/joint-tasks/components/check-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.jointTasks.check.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ title }) => `检查清单 ${title}`);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  return (
    <Hydrate>
      <CheckPage township={township} id={id} />
    </Hydrate>
  );
}
