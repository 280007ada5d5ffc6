"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { Facts } from "@/ui/detail/facts";
import { PhoneReveal } from "@/ui/detail/phone-reveal";
import { Panel } from "@/ui/panel";
import { supervisesOnly } from "../labels";
import { handedTitle } from "../record";
import type { PetitionRecord } from "./detail-type";

type Props = { township: string; record: PetitionRecord };

function Petitioner({ township, record }: Props) {
  const { run } = useCommand(useTRPC().petitions.revealPhone.mutationOptions());
  const may = useMay()("petitions:write");
  const { id, facts, phoneMasked, earlier } = record;
  const name = facts.petitionerName ?? "信访人";
  return (
    <Panel title="信访人" note="个人信息，不进列表、导出和台账">
      <Facts
        items={[
          { label: "姓名", value: facts.petitionerName },
          {
            label: "电话",
            value: phoneMasked && (
              <PhoneReveal
                {...{ masked: phoneMasked, name, told: "这件信访", may }}
                reveal={(reason) => run({ township, id, reason })}
              />
            ),
          },
          {
            label: "重复信访",
            value: earlier === 0 ? "初次" : `同一信访人或同一事项此前已有 ${earlier} 件`,
          },
        ]}
      />
    </Panel>
  );
}

function Terms({ record: { terms, handed } }: { record: PetitionRecord }) {
  const { forward, finish } = terms;
  return (
    <Panel title="期限" note={supervisesOnly}>
      <Facts
        items={[
          { label: "转办、交办", value: `${forward.dueOn} 前（${forward.citation}）` },
          {
            label: "办结",
            value: finish === null ? "转办、交办后起算" : `${finish.dueOn} 前（${finish.citation}）`,
          },
          ...(handed === null
            ? []
            : [{ label: handedTitle(handed.number), value: `${handed.dueOn} 前向县人大反馈` }]),
        ]}
      />
    </Panel>
  );
}

export function PetitionPanels(props: Props) {
  return (
    <>
      <Terms record={props.record} />
      <Petitioner {...props} />
    </>
  );
}
