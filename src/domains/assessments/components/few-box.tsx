"use client";

import type { SmallNumberRule } from "@/domains/figures/rules/scheme";
import { NumberBox, PickBox } from "./boxes";

const ways = [
  { value: "asItIs", label: "照常计分" },
  { value: "shrink", label: "向同类中位数靠拢" },
  { value: "notApplicable", label: "不计分，分值由其他指标分摊" },
] as const;
const byScheme = { value: "byScheme", label: "按方案的规定" } as const;

type Props = {
  /** undefined where nothing of its own is said */
  rule: SmallNumberRule | null | undefined;
  /** an indicator's own, beside what its scheme says */
  own?: boolean;
  onChange: (rule: SmallNumberRule | null | undefined) => void;
};

/** What is done with a share of few cases: of three suggestions one is a third. */
export function FewBox({ rule, own = false, onChange }: Props) {
  const unsaid = own ? byScheme.value : "asItIs";
  return (
    <>
      <PickBox
        label="件数太少的百分比"
        value={rule === undefined ? unsaid : (rule?.then ?? "asItIs")}
        options={own ? [byScheme, ...ways] : ways}
        onChange={(way) => {
          if (way === "byScheme") onChange(undefined);
          else onChange(way === "asItIs" ? null : { under: rule?.under ?? 5, then: way });
        }}
      />
      {rule === undefined || rule === null ? null : (
        <NumberBox
          label="不足几件算太少"
          value={rule.under}
          onChange={(under) => onChange({ ...rule, under })}
        />
      )}
    </>
  );
}
