import { NewSession } from "@/domains/sessions/components/session-form-pages";
import { api, Hydrate, prefetch, requireRight } from "@/trpc/server";

export const metadata = { title: "登记人代会" };

export default async function NewSessionPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("sessions:write");
  await prefetch(
    api.sessions.terms.queryOptions({ township }),
    api.sessions.noticeRule.queryOptions({ township }),
  );
  return (
    <Hydrate>
      <NewSession township={township} />
    </Hydrate>
  );
}
