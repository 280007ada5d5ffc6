"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { recordKinds } from "@/domains/record-kinds";
import { type AnyKind, titleIn } from "@/lib/records/kind";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { KindPicker, type KindGroup } from "./kind-picker";
import { RecordForm } from "./record-form";
import { screens } from "./screens";
import { useRecordApi } from "./use-record-api";

type SavedProps = { kind: AnyKind; township: string; id: string; base: string; onMore: () => void };

function Saved({ kind, township, id, base, onMore }: SavedProps) {
  const { data } = useQuery(useRecordApi(kind).byId.queryOptions({ township, id }));
  const title = data === undefined ? kind.name : titleIn(kind, data.facts, data.names);
  return (
    <div className="stack form-page">
      <header className="detail-head">
        <h1>已保存</h1>
      </header>
      <Panel>
        <div className="stack">
          <p role="status">
            <Link href={`/t/${township}/${kind.path}/${id}`}>{title}</Link>
          </p>
          <p className="soft">附件和后续环节在这条记录的页面上登记。</p>
          <div className="row">
            <ActButton primary shortcutNew onClick={onMore}>
              再记一笔{kind.name}
            </ActButton>
            <LinkButton href={base}>记别的</LinkButton>
          </div>
        </div>
      </Panel>
    </div>
  );
}

export type QuickEntryProps = { township: string; groups: readonly KindGroup[]; often: readonly string[] };

/** 记一笔: what to record is chosen first; its form is the kind's own, with few fields in front. */
export function QuickEntry({ township, groups, often }: QuickEntryProps) {
  const type = useSearchParams().get("of");
  const [saved, setSaved] = useState<{ type: string; id: string } | null>(null);
  const base = `/t/${township}/new`;
  const known = groups.some(({ options }) => options.some(({ id }) => id === type));
  const kind = (recordKinds as readonly AnyKind[]).find((one) => known && one.type === type);
  if (kind === undefined) return <KindPicker groups={groups} often={often} />;
  if (saved?.type === kind.type)
    return <Saved kind={kind} township={township} id={saved.id} base={base} onMore={() => setSaved(null)} />;
  const onSaved = (id: string) => setSaved({ type: kind.type, id });
  const crumbs = [{ label: "记一笔", href: base }, { label: kind.name }];
  return (
    <RecordForm
      key={kind.type}
      kind={kind}
      township={township}
      record={null}
      slots={screens[kind.type]?.form ?? {}}
      quick={{ crumbs, onSaved }}
    />
  );
}
