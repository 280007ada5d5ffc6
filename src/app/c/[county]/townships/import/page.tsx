import { ImportPage } from "@/ui/import/import-page";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "导入乡镇" };

export default async function ImportTownshipsPage({ params }: { params: Promise<{ county: string }> }) {
  const { county } = await params;
  await requireRight("tenancy:manage");
  const base = `/c/${county}/townships`;
  return (
    <ImportPage
      procedure="tenancy.importTownships"
      township={null}
      title="从 Excel 导入乡镇"
      crumbs={[{ label: "乡镇", href: base }, { label: "从 Excel 导入" }]}
      intro="一行一个乡镇或街道，代码按国家统计局公布的区划代码。已经登记的会被指出，不会重复登记。"
      unit="个"
      backHref={base}
      backLabel="查看乡镇"
    />
  );
}
