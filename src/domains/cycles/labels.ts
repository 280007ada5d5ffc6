import type { ItemKind } from "./rules/items";

/** How a value of an item reads: 3.20 分, 2 次, 成立. */
export function valueSaid(kind: ItemKind, value: number | null): string {
  if (value === null) return "未计分";
  if (kind === "indicator") return `${value.toFixed(2)} 分`;
  return kind === "veto" ? (value > 0 ? "成立" : "不成立") : `${value} 次`;
}

/** What stands beside the indicators, as the scheme calls it. */
export const kindNames = { bonus: "加分", deduction: "扣分", veto: "一票否决" } as const satisfies Record<
  Exclude<ItemKind, "indicator">,
  string
>;
