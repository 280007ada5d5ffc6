import { faceOf } from "@/domains/registry";
import { listsOf } from "@/domains/records/components/lists-of";
import { QuickEntryScreen } from "@/domains/records/components/record-screen";
import { recordKinds } from "@/domains/record-kinds";
import { groups } from "@/lib/records/groups";
import type { AnyKind } from "@/lib/records/kind";
import { placeKeys } from "@/server/names/pinyin";
import { caller, orNotFound, requireRight } from "@/trpc/server";

export const metadata = { title: "记一笔" };

/** Kinds that are entered on pages of their own. */
const formsOf: Readonly<Record<string, string>> = { session: "sessions/new", suggestion: "suggestions/new" };

/** Where a record of the type is entered; null for what says who or what there is, and not what was done. */
function formOf(type: string): string | null {
  const kind = (recordKinds as readonly AnyKind[]).find((one) => one.type === type);
  if (kind === undefined) return formsOf[type] ?? null;
  return kind.register === true ? null : `new?of=${type}`;
}

/** Every kind of record that says what was done; whoever may enter one may enter all (domains/records/permissions). */
export default async function QuickEntryPage({ params }: { params: Promise<{ township: string }> }) {
  const { township } = await params;
  await requireRight("supervision:write");
  const lately = await orNotFound((await caller()).today.entered({ township }));
  const offered = Object.values(groups).map((group) => ({
    name: group.name,
    options: listsOf(group).flatMap(({ kind }) => {
      const form = kind === null ? null : formOf(kind.type);
      if (kind === null || form === null) return [];
      const { type: id, name } = kind;
      return [{ id, name, ...placeKeys(name), href: `/t/${township}/${form}` }];
    }),
  }));
  const often = lately.filter((type) => faceOf(type) !== null && formOf(type) !== null);
  return <QuickEntryScreen township={township} groups={offered} often={often} />;
}
