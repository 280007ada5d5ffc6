"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { Crumbs } from "@/ui/detail/detail-page";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { MemberRow } from "../data/members";
import { presidiumPostLabels } from "../labels";

const MemberForm = dynamic(() => import("./member-form").then((module) => module.MemberForm), { ssr: false });
const MembersForm = dynamic(() => import("./members-form").then((module) => module.MembersForm), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

const columns: Column<MemberRow>[] = [
  { key: "name", title: "姓名", render: (row) => row.name },
  { key: "post", title: "职务", render: (row) => presidiumPostLabels[row.post] },
  {
    key: "fullTime",
    title: "专兼职",
    render: (row) => (row.fullTime === null ? <Value of="missing" /> : row.fullTime ? "专职" : "兼职"),
  },
  { key: "otherPosts", title: "兼任职务", render: (row) => row.otherPosts ?? <Value of="none" /> },
  { key: "startsOn", title: "任职", render: (row) => row.startsOn },
  {
    key: "endsOn",
    title: "离任",
    render: (row) => row.endsOn ?? <StatusTag tone="good">在任</StatusTag>,
  },
];

/** Who sits in the presidium and who serves it, with dates; past members stay for the meetings they attended. */
export function MemberList({ township }: { township: string }) {
  const may = useMay();
  const trpc = useTRPC();
  const { q } = useUrlState();
  const { data } = useSuspenseQuery(trpc.presidium.members.queryOptions({ township, q }));
  const remove = useCommand(trpc.presidium.voidMember.mutationOptions());
  const [editing, setEditing] = useState<MemberRow | "new" | "several" | null>(null);
  const [voiding, setVoiding] = useState<MemberRow | null>(null);
  const write = may("presidium:write");
  const act: Column<MemberRow> = {
    key: "act",
    title: "操作",
    render: (row) => (
      <span className="row">
        <ActButton onClick={() => setEditing(row)}>修改</ActButton>
        <ActButton danger onClick={() => setVoiding(row)}>
          作废
        </ActButton>
      </span>
    ),
  };
  return (
    <div className="stack">
      <Crumbs leave items={[{ label: "主席团", href: `/t/${township}/presidium` }, { label: "成员" }]} />
      <ListPage
        title="主席团成员"
        count={data.length}
        countUnit="人"
        note="主席一名、副主席一至二名，不得兼任政府职务（地方组织法第18条）"
        filters={<FilterBar search="姓名、拼音、兼职" />}
        actions={
          write ? (
            <>
              <ActButton primary={data.length === 0} onClick={() => setEditing("several")}>
                一次登记多人
              </ActButton>
              <ActButton primary={data.length > 0} shortcutNew onClick={() => setEditing("new")}>
                登记成员
              </ActButton>
            </>
          ) : null
        }
      >
        <DataTable
          label="主席团成员"
          columns={write ? [...columns, act] : columns}
          rows={data}
          rowKey={(row) => row.id}
          empty={{
            title: "还没有登记主席团成员",
            body: "可以从代表名册里一次选多名成员；主席、副主席和秘书逐人登记。开会时即可逐人登记出席。",
          }}
        />
      </ListPage>
      {editing === "several" ? <MembersForm township={township} onClose={() => setEditing(null)} /> : null}
      {editing === null || editing === "several" ? null : (
        <MemberForm
          township={township}
          member={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {voiding === null ? null : (
        <VoidModal
          object={`主席团成员「${voiding.name}」`}
          consequence="误录的才作废；离任的请修改，填写离任日期。"
          open
          onClose={() => setVoiding(null)}
          onVoid={(reason) => remove.run({ township, id: voiding.id, version: voiding.version, reason })}
        />
      )}
    </div>
  );
}
