"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { unitKindLabels } from "../labels";
import type { UnitDetail } from "./detail-type";

const UnitForm = dynamic(() => import("./unit-form").then((module) => module.UnitForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

function Unsatisfied({ unit, base }: { unit: UnitDetail; base: string }) {
  if (unit.unsatisfied.length === 0) return <p className="soft">{unit.year} 年没有代表不满意的建议。</p>;
  return (
    <ol className="timeline">
      {unit.unsatisfied.map((item) => (
        <li key={item.ratingId}>
          <p>
            {item.ratedOn}{" "}
            <Link href={`${base}/${item.suggestionId}`}>
              第 {item.number} 号「{item.title}」
            </Link>{" "}
            <StatusTag tone={item.validReason === null ? "warn" : item.validReason ? "good" : "bad"}>
              {item.validReason === null
                ? "理由待主席团认定"
                : item.validReason
                  ? "理由正当，不计入"
                  : "计入"}
            </StatusTag>
          </p>
          {item.comment === null ? null : <div className="soft">代表：{item.comment}</div>}
          {item.validReasonNote === null ? null : <small>认定：{item.validReasonNote}</small>}
        </li>
      ))}
    </ol>
  );
}

function Year({ unit, register }: { unit: UnitDetail; register: string }) {
  const { standing } = unit;
  if (standing === null) return null;
  const mine = `${register}?unitId=${unit.id}&year=${unit.year}`;
  return (
    <Facts
      items={[
        { label: "主办", value: <Value of={standing.led} unit=" 件" href={mine} /> },
        { label: "已办结", value: <Value of={standing.closed} unit=" 件" /> },
        { label: "会办", value: <Value of={standing.co} unit=" 件" /> },
        {
          label: "不满意",
          value: (
            <>
              {standing.counted}/{standing.limit} 件{" "}
              {standing.disqualified ? <StatusTag tone="bad">评先资格取消</StatusTag> : null}
            </>
          ),
        },
      ]}
    />
  );
}

export function UnitDetailPage({ township, id }: { township: string; id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data: unit } = useSuspenseQuery(trpc.units.byId.queryOptions({ township, id }));
  const strike = useCommand(trpc.units.void.mutationOptions());
  const may = useMay();
  const [doing, setDoing] = useState<"edit" | "void" | null>(null);
  const register = `/t/${township}/suggestions`;
  return (
    <DetailPage
      crumbs={[
        { label: "建议", href: register },
        { label: "承办单位", href: `${register}/units` },
        { label: unit.name },
      ]}
      title={unit.name}
      actions={
        may("suggestions:write") ? (
          <>
            <ActButton onClick={() => setDoing("edit")}>修改</ActButton>
            <ActButton danger onClick={() => setDoing("void")}>
              作废
            </ActButton>
          </>
        ) : null
      }
      aside={<HistoryPanel entries={unit.timeline} />}
    >
      <Panel title="单位">
        <Facts
          items={[
            { label: "类别", value: unitKindLabels[unit.kind] },
            { label: "简称", value: unit.shortName },
            { label: "联系电话", value: unit.phone },
            { label: "启用日期", value: unit.occurredOn },
          ]}
        />
      </Panel>
      <Panel title={`${unit.year} 年办理`}>
        <Year unit={unit} register={register} />
      </Panel>
      <Panel title="代表不满意的建议" note="主席团认定有正当理由的不计入；超过 2 件取消评先资格。">
        <Unsatisfied unit={unit} base={register} />
      </Panel>
      {doing === "edit" ? <UnitForm township={township} unit={unit} onClose={() => setDoing(null)} /> : null}
      {doing === "void" ? (
        <VoidModal
          object={`承办单位「${unit.name}」`}
          open
          onClose={() => setDoing(null)}
          onVoid={async (reason) => {
            await strike.run({ township, id, version: unit.version, reason });
            router.push(`${register}/units`);
          }}
        />
      ) : null}
    </DetailPage>
  );
}
