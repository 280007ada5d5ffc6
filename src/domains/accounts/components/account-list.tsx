"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { minuteInText } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { accountStatusLabels, roleLabels } from "../labels";
import type { AccountRow } from "../data";
import { FirstPasswordNote, type FirstPassword } from "./first-password-note";

const AccountForm = dynamic(() => import("./account-form").then((module) => module.AccountForm), {
  ssr: false,
});
const ResetPassword = dynamic(() => import("./reset-password").then((module) => module.ResetPassword), {
  ssr: false,
});

function Status({ row }: { row: AccountRow }) {
  if (row.status === "disabled") return <StatusTag tone="neutral">{accountStatusLabels.disabled}</StatusTag>;
  if (row.locked) return <StatusTag tone="bad">已锁定</StatusTag>;
  if (row.mustChangePassword) return <StatusTag tone="warn">待改初始密码</StatusTag>;
  return <StatusTag tone="good">{accountStatusLabels.active}</StatusTag>;
}

const statusFilter = {
  key: "status",
  label: "状态",
  options: [
    { value: "active", label: accountStatusLabels.active },
    { value: "disabled", label: accountStatusLabels.disabled },
  ],
};

/** The county's accounts: open, change, disable, reset. First passwords are shown once. */
export function AccountList() {
  const { q, filters } = useUrlState();
  const status =
    filters["status"] === "active" || filters["status"] === "disabled" ? filters["status"] : null;
  const { data } = useSuspenseQuery(useTRPC().accounts.list.queryOptions({ q, status }));
  const [editing, setEditing] = useState<AccountRow | "new" | null>(null);
  const [resetting, setResetting] = useState<AccountRow | null>(null);
  const [shown, setShown] = useState<FirstPassword | null>(null);
  const columns: Column<AccountRow>[] = [
    { key: "username", title: "用户名", render: (row) => row.username },
    { key: "displayName", title: "姓名", render: (row) => row.displayName },
    { key: "role", title: "岗位", render: (row) => roleLabels[row.role] },
    { key: "township", title: "单位", render: (row) => row.townshipName ?? "县级" },
    { key: "status", title: "状态", render: (row) => <Status row={row} /> },
    {
      key: "lastSignInAt",
      title: "上次登录",
      wideOnly: true,
      render: (row) => (row.lastSignInAt === null ? "从未登录" : minuteInText(row.lastSignInAt)),
    },
    {
      key: "act",
      title: "操作",
      render: (row) => (
        <span className="row">
          <ActButton onClick={() => setEditing(row)}>修改</ActButton>
          <ActButton onClick={() => setResetting(row)}>重置密码</ActButton>
        </span>
      ),
    },
  ];
  return (
    <ListPage
      title="账号"
      count={data.length}
      countUnit="个"
      note="停用或调岗立即生效；一个账号只给一个人用。"
      filters={<FilterBar search="用户名、姓名、乡镇" filters={[statusFilter]} />}
      actions={
        <ActButton primary shortcutNew onClick={() => setEditing("new")}>
          开设账号
        </ActButton>
      }
    >
      {shown === null ? null : <FirstPasswordNote of={shown} onClose={() => setShown(null)} />}
      <DataTable
        label="账号列表"
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        empty={{ title: "没有符合条件的账号", body: "清除筛选，或开设第一个账号。" }}
      />
      {editing === null ? null : (
        <AccountForm
          account={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onMade={setShown}
        />
      )}
      {resetting === null ? null : (
        <ResetPassword account={resetting} onClose={() => setResetting(null)} onMade={setShown} />
      )}
    </ListPage>
  );
}
