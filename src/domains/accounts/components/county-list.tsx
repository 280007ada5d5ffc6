"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useRefresh } from "@/trpc/use-refresh";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import type { CountyRow } from "../data";
import { FirstPasswordNote, type FirstPassword } from "./first-password-note";
import { OpeningOrder } from "./opening-order";

const CountyForm = dynamic(() => import("./county-form").then((module) => module.CountyForm), { ssr: false });
const CountyAdminForm = dynamic(() => import("./county-form").then((module) => module.CountyAdminForm), {
  ssr: false,
});

/** The operator's only page: counties and their first account. No business data is reachable from here. */
export function CountyList() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.accounts.counties.queryOptions());
  const refreshAll = useRefresh();
  const refresh = () => refreshAll("accounts");
  const createCounty = useMutation(trpc.accounts.createCounty.mutationOptions({ onSuccess: refresh }));
  const createAdmin = useMutation(trpc.accounts.createCountyAdmin.mutationOptions({ onSuccess: refresh }));
  const [adding, setAdding] = useState(false);
  const [admin, setAdmin] = useState<CountyRow | null>(null);
  const [shown, setShown] = useState<FirstPassword | null>(null);
  const columns: Column<CountyRow>[] = [
    { key: "name", title: "县", render: (row) => row.name },
    { key: "code", title: "代码", render: (row) => row.code },
    { key: "townships", title: "乡镇", unit: "个", align: "number", render: (row) => row.townships },
    { key: "accounts", title: "账号", unit: "个", align: "number", render: (row) => row.accounts },
    { key: "admins", title: "账号管理员", unit: "个", align: "number", render: (row) => row.admins },
    {
      key: "act",
      title: "操作",
      render: (row) => <ActButton onClick={() => setAdmin(row)}>开设账号管理员</ActButton>,
    },
  ];
  return (
    <ListPage
      title="县级单位"
      count={data.length}
      countUnit="个"
      note="运维只开设县级单位和它的账号管理员，看不到任何业务数据。"
      actions={
        <ActButton primary shortcutNew onClick={() => setAdding(true)}>
          开设县级单位
        </ActButton>
      }
    >
      {shown === null ? null : <FirstPasswordNote of={shown} onClose={() => setShown(null)} />}
      <DataTable
        label="县级单位列表"
        columns={columns}
        rows={data}
        rowKey={(row) => row.id}
        empty={{ title: "还没有县级单位", body: "先开设县级单位，再开设它的账号管理员。" }}
      />
      <OpeningOrder />
      {adding ? (
        <CountyForm
          onClose={() => setAdding(false)}
          onSubmit={(values) => createCounty.mutateAsync(values)}
        />
      ) : null}
      {admin === null ? null : (
        <CountyAdminForm
          county={admin}
          onClose={() => setAdmin(null)}
          onSubmit={async (values) =>
            setShown(await createAdmin.mutateAsync({ countyId: admin.id, ...values }))
          }
        />
      )}
    </ListPage>
  );
}
