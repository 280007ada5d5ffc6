"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { faceOf } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { itemStateLabels, itemTones } from "../labels";
import "./plans.css";

type Props = { township: string; recordType: string; recordId: string; live: boolean };

function Items({ township, recordType, recordId, live }: Props) {
  const trpc = useTRPC();
  const of = { township, recordType, id: recordId };
  const { data: items = [] } = useQuery(trpc.plans.ofRecord.queryOptions(of));
  const link = useCommand(trpc.plans.link.mutationOptions());
  const write = useMay()("plans:write") && live;
  if (items.length === 0) return null;
  const fulfils = items.some(({ linked }) => linked);
  return (
    <Panel
      title="年度计划"
      note={fulfils ? "这条记录完成了下面这项计划" : "它完成了哪一项计划，点「关联」即可，不用另外登记"}
    >
      <ul className="plan-items">
        {items.map(({ id, version, topic, month, state, linked }) => (
          <li key={id} className="row">
            <Link href={`/t/${township}/plans/${id}`}>
              {month}月：{topic}
            </Link>
            <StatusTag tone={itemTones[state]}>{itemStateLabels[state]}</StatusTag>
            {write && !linked ? (
              <ActButton
                disabled={link.isPending}
                onClick={() => link.run({ township, id, version, recordType, recordId })}
              >
                关联
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Which item of the year's plan a record fulfils, or might: to be put on any record's page. */
export function PlanPanel(props: Props) {
  return faceOf(props.recordType)?.planned === undefined ? null : <Items {...props} />;
}
