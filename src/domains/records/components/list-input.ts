import { filtersIn, sortsOf } from "@/lib/records/listing";
import type { AnyKind } from "@/lib/records/kind";
import { aYear, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import type { ListState } from "@/ui/list/url-state";

/** What a list's address asks of the kind's `list`; words and codes it does not know are left out. */
export function recordListInput(
  kind: AnyKind,
  township: string,
  state: ListState,
  sorts: readonly string[] = [],
) {
  const asked = listQuery({ sorts: sortsOf(kind, sorts), filters: { year: aYear, voided: ticked } });
  const where = filtersIn(kind).map(([key, { choices = {} }]) => [
    key,
    oneOf(Object.keys(choices))(state.filters, key),
  ]);
  return { ...asked(township, state), where: Object.fromEntries(where) as Record<string, string | null> };
}
