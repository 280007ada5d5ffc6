import { SchemeList } from "@/domains/assessments/components/scheme-list";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "考核方案" };

export default async function SchemesPage({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params;
  await prefetch(api.assessments.schemes.queryOptions({}));
  return (
    <Hydrate>
      <SchemeList base={`/c/${county}`} />
    </Hydrate>
  );
}
