import { recordKinds } from "@/domains/record-kinds";
import { groupOf, groups } from "@/lib/records/groups";
import type { AnyKind } from "@/lib/records/kind";

type GroupKey = keyof typeof groups;
export type KindScope = `records:${GroupKey}`;

const own = ["townships", "figures", "suggestions", "sessions", "projects"] as const;
/** What a token lets be read; each endpoint belongs to one. */
export type ExportScope = (typeof own)[number] | KindScope;

/** Projects have an endpoint of their own. */
const toldApart: readonly string[] = ["project"];

const groupKeys = Object.keys(groups) as GroupKey[];
const scopeOf = (kind: AnyKind): KindScope | undefined => {
  const key = groupKeys.find((one) => groups[one] === groupOf(kind));
  return key === undefined ? undefined : `records:${key}`;
};

/** Every kind that is said once and that the whole county may read, with the group by which a token lets it be read. */
export const exportedKinds: readonly { kind: AnyKind; scope: KindScope }[] = (
  recordKinds as readonly AnyKind[]
)
  .filter(({ type, readers }) => readers === undefined && !toldApart.includes(type))
  .flatMap((kind) => {
    const scope = scopeOf(kind);
    return scope === undefined ? [] : [{ kind, scope }];
  });

const kindScopes = groupKeys
  .map((key): KindScope => `records:${key}`)
  .filter((scope) => exportedKinds.some((one) => one.scope === scope));

export const exportScopes: readonly ExportScope[] = [...own, ...kindScopes];

/** The group of a scope of kinds. */
export const groupNamed = (scope: KindScope): string =>
  groups[scope.slice("records:".length) as GroupKey].name;
