import { InvitationPage } from "@/domains/symposia/components/own-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

const asked = (township: string, id: string) => api.symposia.invitation.queryOptions({ township, id });

export async function generateMetadata({ params }: Props) {
  const { township, id } = await params;
  return titleFrom(asked(township, id), ({ gathering }) => gathering.title);
}

export default async function Page({ params }: Props) {
  const { township, id } = await params;
  await prefetch(asked(township, id));
  return (
    <Hydrate>
      <InvitationPage township={township} id={id} />
    </Hydrate>
  );
}
