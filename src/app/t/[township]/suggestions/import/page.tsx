import { ImportPage } from "@/ui/import/import-page";

export default async function ImportSuggestions({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  const base = `/t/${township}/suggestions`;
  return (
    <ImportPage
      procedure="suggestions.importRows"
      township={township}
      title="从 Excel 导入建议"
      crumbs={[{ label: "建议", href: base }, { label: "导入" }]}
      intro="一行一件，代表须已在名册里。有一处不对就一行也不写入，并指出是哪一行哪一列；导入后进入三关审核。"
      backHref={base}
      backLabel="查看建议"
      affects={["suggestions", "oversight"]}
    />
  );
}
