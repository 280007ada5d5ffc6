"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { dayOf, yearOf } from "@/lib/dates";
import { type AnyKind, titleIn } from "@/lib/records/kind";
import { lentBy } from "@/lib/records/quick";
import { type NamedIn, valuesOf } from "./record-fields";
import type { AnyRow } from "./slots";
import { useRecordApi } from "./use-record-api";

type Props = { kind: AnyKind; township: string; onCopied: (named: NamedIn) => void };

/** 照去年的填: what a record of last year says, without its days and figures, to be changed into this year's. */
export function CopyYear({ kind, township, onCopied }: Props) {
  const api = useRecordApi(kind);
  const client = useQueryClient();
  const form = Form.useFormInstance();
  const year = yearOf(dayOf(new Date())) - 1;
  const { data } = useQuery(api.list.queryOptions({ township, year, pageSize: 200 }));
  const rows = ((data?.rows ?? []) as readonly object[] as readonly AnyRow[]).filter(
    (row) => !row.voided && (row["occurredOn"] as string | undefined)?.startsWith(String(year)) !== false,
  );
  if (rows.length === 0) return null;
  const copy = async (id: string) => {
    const { facts, named } = await client.query(api.byId.queryOptions({ township, id }));
    form.setFieldsValue(valuesOf(kind, lentBy(kind, facts)));
    onCopied(named);
  };
  return (
    <div className="form-copy">
      <Select<string>
        aria-label={`照${year}年的填`}
        placeholder={`照 ${year} 年的填：选一条，日期和数字另填`}
        showSearch={{ optionFilterProp: "label" }}
        options={rows.map((row) => ({ value: row.id, label: titleIn(kind, row, row.names) }))}
        onChange={(id) => void copy(id)}
      />
    </div>
  );
}
