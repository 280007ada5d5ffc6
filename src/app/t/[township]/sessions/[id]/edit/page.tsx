import { EditSession } from "@/domains/sessions/components/session-form-pages";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  return titleFrom(api.sessions.byId.queryOptions(await params), ({ title }) => `修改 ${title}`);
}

export default async function EditSessionPage({ params }: Props) {
  const { township, id } = await params;
  await requireRight("sessions:write");
  await prefetch(
    api.sessions.byId.queryOptions({ township, id }),
    api.sessions.terms.queryOptions({ township }),
    api.sessions.noticeRule.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <EditSession township={township} id={id} />
    </Hydrate>
  );
}
