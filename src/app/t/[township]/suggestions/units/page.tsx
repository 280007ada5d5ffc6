import { pageAt } from "@/app/record-pages";
import { handlingUnit } from "@/domains/suggestions/record";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: handlingUnit.name };

/** The address lies below a suggestion's, which would take it for a number; the pages below it are the kit's own. */
export default async function UnitsPage({ params, searchParams }: Props) {
  const { township } = await params;
  return pageAt({ kind: handlingUnit, view: "list", id: "" }, { township, search: await searchParams });
}
