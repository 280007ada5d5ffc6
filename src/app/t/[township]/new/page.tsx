import { recordKinds } from "@/domains/record-kinds";
import { QuickEntryScreen } from "@/domains/records/components/record-screen";
import type { AnyKind } from "@/lib/records/kind";
import { placeKeys } from "@/server/names/pinyin";
import { requireRight } from "@/trpc/server";

export const metadata = { title: "记一笔" };

/** Every kind of record that says what was done; whoever may enter one may enter all (domains/records/permissions). */
export default async function QuickEntryPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("supervision:write");
  const offered = (recordKinds as readonly AnyKind[]).filter(({ register }) => register !== true);
  const options = offered.map(({ type, name }) => ({ id: type, name, ...placeKeys(name) }));
  return <QuickEntryScreen township={township} options={options} />;
}
