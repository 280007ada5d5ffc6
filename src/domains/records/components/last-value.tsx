"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import type { AnyKind } from "@/lib/records/kind";
import type { AnyRow } from "./slots";
import { useRecordApi } from "./use-record-api";

/** The latest record of the kind, as its list tells it; null while there is none, or for a record that is being corrected. */
export function useLast(kind: AnyKind, township: string, isNew: boolean): AnyRow | null {
  const input = { township, pageSize: 1 };
  const { data } = useQuery({ ...useRecordApi(kind).list.queryOptions(input), enabled: isNew });
  return (data?.rows[0] as AnyRow | undefined) ?? null;
}

/** What was said here the last time; it is gone as soon as something stands in the field. */
export function LastValue({ name, value, text }: { name: string; value: unknown; text: string }) {
  const form = Form.useFormInstance();
  const now = Form.useWatch<unknown>(name, form);
  const isEmpty = now === undefined || now === null || now === "" || (Array.isArray(now) && now.length === 0);
  if (!isEmpty) return null;
  return (
    <button type="button" className="chip" onClick={() => form.setFieldValue(name, value)}>
      上次：{text}
    </button>
  );
}
