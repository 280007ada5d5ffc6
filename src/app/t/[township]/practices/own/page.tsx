import { OwnPractices } from "@/domains/practices/components/own-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "本乡镇的经验" };

export default async function Page({ params }: Props) {
  const { township } = await params;
  await prefetch(api.practices.own.queryOptions({ township }));
  return (
    <Hydrate>
      <OwnPractices township={township} />
    </Hydrate>
  );
}
