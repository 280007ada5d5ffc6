import "server-only";
import type { Prisma } from "@/server/db/generated/client";
import { keyOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";

const include = {
  session: { select: { id: true, number: true, startsOn: true, endsOn: true, voidedAt: true } },
  suggestionSigners: {
    include: { deputy: { select: { name: true, pinyin: true, initials: true } } },
    orderBy: { ordinal: "asc" },
  },
  suggestionUnits: { include: { unit: { select: { name: true } } }, orderBy: { id: "asc" } },
  consultations: { include: { confirmedBy: { select: { name: true } } }, orderBy: { id: "asc" } },
  replies: { orderBy: { attempt: "asc" } },
  ratings: {
    include: { deputy: { select: { name: true } }, witness: { select: { name: true } } },
    orderBy: { id: "asc" },
  },
  deferrals: { orderBy: { id: "asc" } },
  promises: { include: { verifiedBy: { select: { name: true } } }, orderBy: { id: "asc" } },
} as const satisfies Prisma.SuggestionInclude;

export type SuggestionRow = Omit<
  Prisma.SuggestionGetPayload<{ include: typeof include }>,
  "enteredBy" | "editedBy" | "voidedBy"
>;

export const readRow = (scope: TownshipScope, id: string): Promise<SuggestionRow | null> =>
  scope.tx.suggestion.findUnique({ where: keyOf(scope, id), include });
