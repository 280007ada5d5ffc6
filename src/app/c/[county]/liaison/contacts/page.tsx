import { ContactsPage } from "@/domains/liaison/components/contacts-page";
import { api, Hydrate, prefetch } from "@/trpc/server";

type Props = { params: Promise<{ county: string }> };

export const metadata = { title: "联系乡镇" };

export default async function Page({ params }: Props) {
  const { county } = await params;
  await prefetch(api.liaison.contacts.queryOptions({}), api.liaison.silence.queryOptions({}));
  return (
    <Hydrate>
      <ContactsPage county={county} />
    </Hydrate>
  );
}
