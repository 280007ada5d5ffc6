"use client";

import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { faceOf } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { isEvidence } from "../rules/evidence";

export type Picked = { recordType: string; recordId: string; title: string; day: string | null };

type Props = {
  township: string;
  /** The next three come from the form. */
  id?: string;
  value?: readonly Picked[];
  onChange?: (picked: Picked[]) => void;
};

type Option = { value: string; label: string; picked: Picked };

const optionOf = (picked: Picked): Option => {
  const kind = faceOf(picked.recordType)?.name ?? "";
  const label = [picked.title, kind, picked.day].filter(Boolean).join("，");
  return { value: picked.recordId, label, picked };
};

/** Records of the township's own, found as the header's search finds them. */
export function EvidencePicker({ township, id, value = [], onChange }: Props) {
  const [q, setQ] = useState("");
  const { data = [], isFetching } = useQuery({
    ...useTRPC().search.township.queryOptions({ township, q }),
    enabled: q.trim() !== "",
  });
  const found = data
    .filter(({ type }) => isEvidence(type))
    .map((hit) => optionOf({ recordType: hit.type, recordId: hit.id, title: hit.title, day: hit.day }));
  const chosen = value.map(optionOf);
  const options = [...chosen, ...found.filter((one) => !chosen.some((other) => other.value === one.value))];
  return (
    <Select<string[], Option>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      maxCount={20}
      value={chosen.map((one) => one.value)}
      options={options}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={isFetching}
      placeholder="输入两个字查找会议、检查、制度、建议等记录"
      notFoundContent={q.trim() === "" ? "输入字后查找" : isFetching ? "正在查找" : "没有找到"}
      onChange={(ids) => {
        onChange?.(ids.flatMap((one) => options.find((option) => option.value === one)?.picked ?? []));
        setQ("");
      }}
    />
  );
}
