"use client";

import { Panel } from "@/ui/panel";
import { type Fact, Facts } from "./facts";
import { PhoneReveal } from "./phone-reveal";

type Props = {
  /** 选民, 信访人: what the person is called where no name was told */
  title: string;
  name: string | null;
  phoneMasked: string | null;
  /** in whose 经过 it will be told who looked: 这条意见 */
  told: string;
  may: boolean;
  reveal: (reason: string) => Promise<{ phone: string | null }>;
  more?: readonly Fact[];
};

/** Who came to the congress: shown here and nowhere else, the number only after a reason. */
export function PrivatePerson({ title, name, phoneMasked, told, may, reveal, more = [] }: Props) {
  const phone = phoneMasked && (
    <PhoneReveal {...{ masked: phoneMasked, name: name ?? title, told, may, reveal }} />
  );
  return (
    <Panel title={title} note="个人信息，不进列表、导出和台账">
      <Facts items={[{ label: "姓名", value: name }, { label: "电话", value: phone }, ...more]} />
    </Panel>
  );
}
