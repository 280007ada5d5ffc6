"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { DeclarationRow } from "../data";
import { noneOf, subjectLabels } from "../labels";

const ConfirmModal = dynamic(() => import("@/ui/form/confirm-modal").then((module) => module.ConfirmModal), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Props = { township: string; year: number };

function Declare({ township, year, row, onClose }: Props & { row: DeclarationRow; onClose: () => void }) {
  const declare = useCommand(useTRPC().declarations.declareNone.mutationOptions());
  const { record } = subjectLabels[row.subject];
  return (
    <ConfirmModal
      title={`声明：${noneOf(year, row.subject)}`}
      okText="签署声明"
      cancelText="先不声明"
      pending={declare.isPending}
      onConfirm={() => declare.run({ township, year, subject: row.subject })}
      onClose={onClose}
    >
      <p>
        声明以您的姓名和今天的日期签署，县人大能看到。有关指标按「确实没有」计，不再是「未录」。以后登记了
        {record}，以登记为准。
      </p>
    </ConfirmModal>
  );
}

function Revoke({ township, year, row, onClose }: Props & { row: DeclarationRow; onClose: () => void }) {
  const revoke = useCommand(useTRPC().declarations.revokeNone.mutationOptions());
  const { declared, subject } = row;
  if (declared === null) return null;
  const { id, version } = declared;
  return (
    <VoidModal
      object={`声明「${noneOf(year, subject)}」`}
      verb="撤回"
      consequence="撤回后有关指标重新按登记的记录计算，声明和撤回的原因会一直保留。"
      open
      onClose={onClose}
      onVoid={(reason) => revoke.run({ township, id, version, reason })}
    />
  );
}

function Said({ row }: { row: DeclarationRow }) {
  const { records, declared } = row;
  if (records > 0)
    return (
      <>
        <span>已录 {records} 条</span>
        {declared === null ? null : (
          <StatusTag tone="warn">声明之后已有登记，声明不再起作用，请撤回</StatusTag>
        )}
      </>
    );
  if (declared === null) return <StatusTag tone="neutral">未录</StatusTag>;
  return (
    <span>
      {subjectLabels[row.subject].none}
      <span className="soft">
        （{declared.by} {declared.on} 声明）
      </span>
    </span>
  );
}

/** Whether what is missing was forgotten or did not happen: the township says so itself, and signs. Gone once all is entered. */
export function DeclarationsPanel({ township, year }: Props) {
  const { declarations } = useTRPC();
  const { data } = useSuspenseQuery(declarations.ofYear.queryOptions({ township, year }));
  const [asked, setAsked] = useState<DeclarationRow | null>(null);
  const write = useMay()("declarations:write");
  const close = () => setAsked(null);
  if (data.every(({ records, declared }) => records > 0 && declared === null)) return null;
  return (
    <Panel title="没有的，声明一下" note={`${year} 年确实没有的写明没有；没有声明的显示「未录」`}>
      <ul className="stack">
        {data.map((row) => (
          <li key={row.subject} className="row">
            <Link href={`/t/${township}/${subjectLabels[row.subject].page}?year=${year}`}>
              {subjectLabels[row.subject].record}
            </Link>
            <Said row={row} />
            {write && row.mayDeclare ? (
              <ActButton onClick={() => setAsked(row)}>声明{subjectLabels[row.subject].none}</ActButton>
            ) : null}
            {write && row.declared !== null ? (
              <ActButton onClick={() => setAsked(row)}>撤回声明</ActButton>
            ) : null}
          </li>
        ))}
      </ul>
      {asked?.declared === null ? (
        <Declare township={township} year={year} row={asked} onClose={close} />
      ) : null}
      {asked?.declared ? <Revoke township={township} year={year} row={asked} onClose={close} /> : null}
    </Panel>
  );
}
