import { SchemePage } from "@/domains/assessments/components/scheme-page";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "考核方案" };

export default async function Page({ params }: { params: Promise<{ county: string; id: string }> }) {
  const { county, id } = await params;
  await prefetch(api.assessments.scheme.queryOptions({ id }));
  return (
    <Hydrate>
      <SchemePage base={`/c/${county}`} id={id} />
    </Hydrate>
  );
}
