import { ImportPage } from "@/ui/import/import-page";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "导入建议" };

export default async function ImportSuggestions({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("suggestions:write");
  const base = `/t/${township}/suggestions`;
  return (
    <ImportPage
      procedure="suggestions.importRows"
      township={township}
      title="从 Excel 导入建议"
      crumbs={[{ label: "建议", href: base }, { label: "从 Excel 导入" }]}
      intro="一行一件，提出建议的代表须已在代表名册里。往年已办结的，填上办理结果等栏就按已办结补录；其余每一件都从三关审核开始办理。"
      unit="件"
      backHref={base}
      backLabel="查看建议"
    />
  );
}
