"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import Link from "next/link";
import { comparedOf, type Likeness } from "@/lib/records/alike";
import type { AnyKind, Facts } from "@/lib/records/kind";
import { useDayIn } from "@/ui/form/day-field";
import { usePaused } from "@/ui/form/use-paused";
import { useRecordApi } from "./use-record-api";

const words: Record<Likeness, readonly [before: string, after: string]> = {
  near: ["前后半个月内已有同一主题的", "；是同一件事的，不用再登记。"],
  copied: ["与上年的", "题目或文字相同；请核对是否已改成今年的情况。"],
};

/** A quiet word where a new record looks like one that is there; it keeps nobody from saving. */
export function AlikeHint({ kind, township }: { kind: AnyKind; township: string }) {
  const values = Form.useWatch<Facts | undefined>([]);
  const compared = comparedOf(kind, values ?? {}, useDayIn("occurredOn"));
  const asked = usePaused(compared === null ? "" : JSON.stringify({ township, ...compared }));
  const input = JSON.parse(asked === "" ? "{}" : asked) as { township: string; day: string };
  const { data } = useQuery({ ...useRecordApi(kind).alike.queryOptions(input), enabled: asked !== "" });
  if (asked === "" || !data) return null;
  const [before, after] = words[data.why];
  return (
    <p className="form-alike" role="status">
      {before}
      <Link href={`/t/${township}/${kind.path}/${data.id}`} target="_blank">
        {data.title}（{data.day}）
      </Link>
      {after}
    </p>
  );
}
