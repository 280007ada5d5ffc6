import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { achievement } from "./record";

type Achievement = FactsOf<typeof achievement>;

/** A number says what of: 110 of nothing is no result; and something must have come of it, in numbers or in words. */
export function saysWhatCame(facts: Achievement): Decision {
  const { quantity, quantityUnit, times, attended, amount, note } = facts;
  const unnamed = (quantityUnit ?? "").trim() === "";
  return firstDenial(
    quantity !== null && unnamed
      ? about("quantityUnit", deny("填了成果数量，请写明计量单位，如 起、条、户、亩。"))
      : allow,
    quantity === null && !unnamed
      ? about("quantity", deny("填了计量单位，请填写成果数量；没有数量的不填单位。"))
      : allow,
    [quantity, times, attended, amount].every((number) => number === null) && (note ?? "").trim() === ""
      ? about("note", deny("请至少填写场次、人次、数量、金额中的一项，或者写明情况。"))
      : allow,
  );
}

export type Achieved = { items: number; attended: number };

/** Told to the county, and missed by nobody: what deputies did beside their duties is no duty. */
export const achievedInYear = (figures: Achieved | null): Standing => ({
  text: figures === null ? "未录" : `${figures.items} 项，参加 ${figures.attended} 人次（只记录，不计分）`,
  gap: null,
});
