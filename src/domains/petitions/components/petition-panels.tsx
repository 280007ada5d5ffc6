"use client";

import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { Facts } from "@/ui/detail/facts";
import { PrivatePerson } from "@/ui/detail/private-person";
import { Panel } from "@/ui/panel";
import { supervisesOnly } from "../labels";
import { handedTitle } from "../record";
import type { PetitionRecord } from "./detail-type";

type Props = { township: string; record: PetitionRecord };

function Petitioner({ township, record }: Props) {
  const { run } = useCommand(useTRPC().petitions.revealPhone.mutationOptions());
  const may = useMay()("petitions:write");
  const { id, facts, phoneMasked, earlier } = record;
  const repeat = earlier === 0 ? "初次" : `同一信访人或同一事项此前已有 ${earlier} 件`;
  return (
    <PrivatePerson
      {...{ title: "信访人", name: facts.petitionerName, phoneMasked, told: "这件信访", may }}
      reveal={(reason) => run({ township, id, reason })}
      more={[{ label: "重复信访", value: repeat }]}
    />
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
