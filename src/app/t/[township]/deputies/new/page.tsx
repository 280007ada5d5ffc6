import { NewDeputyPage } from "@/domains/deputies/components/form-pages";

export default async function Page({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  return <NewDeputyPage township={township} />;
}
