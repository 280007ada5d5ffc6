"use client";

import Link from "next/link";
import { recordHref } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { Facts } from "@/ui/detail/facts";
import { PrivatePerson } from "@/ui/detail/private-person";
import { Panel } from "@/ui/panel";
import { satisfactionLabels } from "../labels";
import type { OpinionRecord } from "./detail-type";

type Props = { township: string; record: OpinionRecord };

function Voter({ township, record }: Props) {
  const { run } = useCommand(useTRPC().opinions.revealPhone.mutationOptions());
  const may = useMay()("contact:write");
  const { id, facts, phoneMasked } = record;
  return (
    <PrivatePerson
      {...{ title: "选民", name: facts.voterName, phoneMasked, told: "这条意见", may }}
      reveal={(reason) => run({ township, id, reason })}
    />
  );
}

type Carried = Omit<Props, "record"> & { carrier: NonNullable<OpinionRecord["carrier"]> };

/** What the opinion became, with the way there for whoever may go it. */
function Carrier({ township, carrier }: Carried) {
  const isPetition = carrier.type === "petition";
  const may = useMay()(isPetition ? "petitions:read" : "suggestions:read");
  const href = may ? recordHref(township, carrier.type, carrier.id) : null;
  const what = isPetition ? "信访件" : "建议";
  return (
    <Facts
      items={[
        {
          label: `已转为${what}`,
          value: href === null ? carrier.title : <Link href={href}>{carrier.title}</Link>,
          wide: true,
        },
        { label: `${what}答复日期`, value: carrier.answeredOn ?? "还没有答复" },
        ...(carrier.answer === null ? [] : [{ label: `${what}答复`, value: carrier.answer, wide: true }]),
      ]}
    />
  );
}

function Answer({ township, record }: Props) {
  const { answeredOn, answer, satisfaction, ratedOn, carrier, dueOn } = record;
  return (
    <Panel title="答复" note={`应于 ${dueOn} 前答复`}>
      {carrier === null ? null : <Carrier township={township} carrier={carrier} />}
      {carrier !== null && answeredOn === null ? null : (
        <Facts
          items={[
            { label: "答复日期", value: answeredOn },
            { label: "答复内容", value: answer, wide: true },
          ]}
        />
      )}
      <Facts
        items={[
          { label: "选民满意度", value: satisfaction === null ? null : satisfactionLabels[satisfaction] },
          { label: "评价日期", value: ratedOn },
        ]}
      />
    </Panel>
  );
}

export function OpinionPanels(props: Props) {
  return (
    <>
      <Answer {...props} />
      <Voter {...props} />
    </>
  );
}
