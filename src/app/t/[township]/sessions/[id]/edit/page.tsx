import { EditSession } from "@/domains/sessions/components/session-form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

type Props = { params: Promise<{ township: string; id: string }> };

export const metadata = { title: "修改人代会" };

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
