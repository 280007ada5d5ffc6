"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { recordKinds } from "@/domains/record-kinds";
import { type AnyKind, titleIn } from "@/lib/records/kind";
import { type NamedOption, matchesName } from "@/ui/form/pinyin-match";
import { ActButton, LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { RecordForm } from "./record-form";
import { screens } from "./screens";
import { useUsedKinds } from "./used-kinds";
import { useRecordApi } from "./use-record-api";

type Props = { township: string; options: readonly NamedOption[] };

/** The kinds this account uses most are at hand. */
const atHand = 6;

function Choices({ base, options }: { base: string; options: readonly NamedOption[] }) {
  return (
    <div className="chips">
      {options.map(({ id, name }) => (
        <Link key={id} className="chip quick-kind" href={`${base}?of=${id}`}>
          {name}
        </Link>
      ))}
    </div>
  );
}

function KindPicker({ base, options, used }: { base: string; options: Props["options"]; used: string[] }) {
  const [typed, setTyped] = useState("");
  const mine = used.flatMap((type) => options.find(({ id }) => id === type) ?? []);
  const found = options.filter((option) => matchesName(option, typed));
  return (
    <div className="stack form-page">
      <header className="detail-head">
        <h1>记一笔</h1>
        <p className="soft">先选记什么，再填日期、事由和参加的人；其余的可以以后再补。</p>
      </header>
      {mine.length === 0 ? null : (
        <Panel title="常用">
          <Choices base={base} options={mine} />
        </Panel>
      )}
      <Panel title={mine.length === 0 ? "记什么" : "全部"}>
        <input
          type="search"
          className="quick-search"
          aria-label="记什么"
          placeholder="名称或拼音首字母，如 jdhd"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {found.length === 0 ? (
          <p className="soft">没有这一类记录，请换一个词；建议、人代会在各自的栏目里登记。</p>
        ) : (
          <Choices base={base} options={found} />
        )}
      </Panel>
    </div>
  );
}

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

/** 记一笔: what to record is chosen first; its form is the kind's own, with few fields in front. */
export function QuickEntry({ township, options }: Props) {
  const type = useSearchParams().get("of");
  const { used, count } = useUsedKinds(atHand);
  const [saved, setSaved] = useState<{ type: string; id: string } | null>(null);
  const base = `/t/${township}/new`;
  const known = options.some(({ id }) => id === type);
  const kind = (recordKinds as readonly AnyKind[]).find((one) => known && one.type === type);
  if (kind === undefined) return <KindPicker base={base} options={options} used={used} />;
  if (saved?.type === kind.type)
    return <Saved kind={kind} township={township} id={saved.id} base={base} onMore={() => setSaved(null)} />;
  const onSaved = (id: string) => {
    count(kind.type);
    setSaved({ type: kind.type, id });
  };
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
