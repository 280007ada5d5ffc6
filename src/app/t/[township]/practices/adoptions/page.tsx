import { OwnAdoptions } from "@/domains/practices/components/adoption-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ township: string }> };

export const metadata = { title: "采用的经验" };

export default async function Page({ params }: Props) {
  const { township } = await params;
  await prefetch(api.practices.adoptions.queryOptions({ township }));
  return (
    <Hydrate>
      <OwnAdoptions township={township} />
    </Hydrate>
  );
}
