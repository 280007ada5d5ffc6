import { DifferencePage } from "@/domains/assessments/components/difference-page";
import { api, Hydrate, prefetch } from "@/trpc/server";

export const metadata = { title: "考核方案的改动" };

export default async function Page({ params }: { params: Promise<{ county: string; id: string }> }) {
  const { county, id } = await params;
  await prefetch(api.assessments.scheme.queryOptions({ id }));
  return (
    <Hydrate>
      <DifferencePage base={`/c/${county}`} id={id} />
    </Hydrate>
  );
}
