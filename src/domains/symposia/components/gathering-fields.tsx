"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { TownshipSelect } from "@/ui/form/person-select";
import { kindLabels, type GatheringKind } from "../labels";
import { Outline } from "./outline";

type Props = { townships: readonly { id: string; name: string }[]; fixed: GatheringKind | null };

/** What is asked of each kind; who comes is chosen by township. */
export function GatheringFields({ townships, fixed }: Props) {
  const chosen = Form.useWatch<GatheringKind | undefined>("kind");
  const kind = fixed ?? chosen;
  const options = townships.map(({ id, name }) => ({ id, name }));
  const hosted = kind === "symposium" || kind === "visit";
  return (
    <>
      {fixed === null ? (
        <ChoiceField name="kind" label="类别" required options={choicesOf(kindLabels)} />
      ) : null}
      <TextField name="title" label="名称" required max={100} hint="如 第三季度乡镇人大主席座谈会" />
      <DayField name="heldOn" label="日期" required />
      <Outline kind={kind} />
      <TextField name="place" label="地点" max={60} />
      <DayField name="answerBy" label="答复期限" hint="不填的，到活动当天为止" />
      <TextField name="topic" label={kind === "training" ? "培训内容" : "主题"} rows={2} max={500} />
      {kind === "symposium" ? (
        <TextField
          name="agenda"
          label="议程"
          rows={5}
          max={6000}
          hint="一行一个议题；行首写指标代号（如 C3），保存时就把当时的数字记在后面"
        />
      ) : null}
      {hosted ? (
        <TownshipSelect
          name="hostId"
          label={kind === "visit" ? "去哪个乡镇（接待）" : "承办乡镇"}
          required={kind === "visit"}
          options={options}
        />
      ) : null}
      {kind === "symposium" ? (
        <TownshipSelect name="speakers" label="介绍做法的乡镇" options={options} multiple />
      ) : null}
      <TownshipSelect
        name="townships"
        label={kind === "visit" ? "去学习的乡镇" : "邀请的乡镇"}
        options={options}
        multiple
      />
    </>
  );
}
