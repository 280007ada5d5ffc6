"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { LinkButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { birthText, genderLabels, groupRoleLabels } from "../labels";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { LevelTags } from "./level-tags";
import { LeavesPanel } from "./leaves-panel";
import { MandatesPanel } from "./mandates-panel";
import { PhoneReveal } from "./phone-reveal";
import "./deputies.css";

const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Props = {
  township: string;
  id: string;
  /** where the deputy took part, collected from all kinds of record */
  participation: ReactNode;
};

export function DeputyDetail({ township, id, participation }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(trpc.deputies.byId.queryOptions({ township, id }));
  const { run } = useCommand(trpc.deputies.void.mutationOptions());
  const writes = useMay()("deputies:write");
  const [voiding, setVoiding] = useState(false);
  const base = `/t/${township}/deputies`;
  const held = data.mandates.filter((mandate) => mandate.current).map((mandate) => mandate.level);
  const facts = [
    { label: "性别", value: data.gender ? genderLabels[data.gender] : null },
    { label: "出生年月", value: birthText(data) },
    { label: "民族", value: data.ethnicity },
    { label: "学历", value: data.education },
    { label: "政治面貌", value: data.party },
    { label: "职业", value: data.occupation },
    {
      label: "电话",
      value: data.phoneMasked ? (
        <PhoneReveal township={township} id={id} name={data.name} masked={data.phoneMasked} />
      ) : null,
    },
    { label: "资料出处", value: data.sourceNote },
  ];
  return (
    <DetailPage
      crumbs={[{ label: "代表", href: base }, { label: data.name }]}
      title={data.name}
      tag={data.inOffice ? <LevelTags held={held} spelled /> : <StatusTag>已离任</StatusTag>}
      actions={
        writes ? (
          <>
            <LinkButton href={`${base}/${id}/edit`}>修改</LinkButton>
            <VoidButton onClick={() => setVoiding(true)} />
          </>
        ) : null
      }
      aside={
        <HistoryPanel
          entries={data.timeline}
          empty={data.source === "import" ? "由 Excel 名册导入，之后没有变动。" : "还没有变动。"}
        />
      }
    >
      {data.absence ? (
        <p>
          <StatusTag tone={data.absence.tone}>未经批准缺席人代会</StatusTag> {data.absence.text}
          <span className="soft">（{data.absence.article}）</span>
        </p>
      ) : null}
      <Panel title="基本情况">
        <Facts items={facts} />
      </Panel>
      <MandatesPanel
        township={township}
        deputyId={id}
        name={data.name}
        today={data.today}
        mandates={data.mandates}
      />
      <Panel title="代表小组" extra={<LinkButton href={`${base}/groups`}>查看小组</LinkButton>}>
        {data.groups.length === 0 ? <p className="soft">未编组。</p> : null}
        <ul>
          {data.groups.map((group) => (
            <li key={group.id}>
              {group.name}（{groupRoleLabels[group.role]}）{" "}
              <span className="soft">
                {group.startsOn} 起{group.endsOn ? `，至 ${group.endsOn}` : ""}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <LeavesPanel
        township={township}
        deputyId={id}
        name={data.name}
        today={data.today}
        leaves={data.leaves}
      />
      {participation}
      <RecordFiles township={township} recordType="deputy" recordId={id} />
      {voiding ? (
        <VoidModal
          object={`代表「${data.name}」`}
          consequence="只用于整条登记有误。离任请在「任职」里登记终止，履职记录会一直保留。"
          open
          onClose={() => setVoiding(false)}
          onVoid={async (reason) => {
            await run({ township, id, version: data.version, reason });
            router.push(base);
          }}
        />
      ) : null}
    </DetailPage>
  );
}
