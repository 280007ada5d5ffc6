import { ImportPage } from "@/ui/import/import-page";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "导入代表名册" };

export default async function ImportDeputiesPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("deputies:write");
  const base = `/t/${township}/deputies`;
  return (
    <ImportPage
      procedure="deputies.importRows"
      township={township}
      title="从 Excel 导入代表名册"
      crumbs={[{ label: "代表", href: base }, { label: "导入名册" }]}
      intro="一行一位代表；兼任几级的，在「级别」里用顿号隔开。可能已在名册里的人会逐行请您确认，不会重复登记。"
      unit="人"
      backHref={base}
      backLabel="查看代表名册"
    />
  );
}
