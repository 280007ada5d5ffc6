import { ImportPage } from "@/ui/import/import-page";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "导入考核方案" };

export default async function ImportSchemePage({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params;
  await requireRight("assessments:manage");
  const base = `/c/${county}/assessment/scheme`;
  return (
    <ImportPage
      procedure="assessments.importScheme"
      township={null}
      title="从 Excel 导入考核方案"
      crumbs={[{ label: "考核方案", href: base }, { label: "从 Excel 导入" }]}
      intro="一行一个指标，可以先导出一版，在表里改好再导入。当年有草稿的替换草稿里的指标，没有的新起草一版；加减分和等次不变。"
      unit="项"
      backHref={base}
      backLabel="查看考核方案"
    />
  );
}
