"use client";

import { Form, Select } from "antd";
import { choicesOf } from "@/lib/choices";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { partLabels, topicLabels } from "../labels";
import { AlikePanel } from "./alike-panel";
import { EvidencePicker } from "./evidence-picker";
import { metricChoices, type MetricNames } from "./names";

type Props = { township: string; id: string | null; names: MetricNames };

/** Few must be filled in: what it is about, the problem and the steps. */
export function PracticeFields({ township, id, names }: Props) {
  return (
    <>
      <TextField name="title" label="标题" required max={60} hint="一句话说清做法，如 建议办理“一月一对账”" />
      <ChoiceField name="topic" label="主题" required options={choicesOf(topicLabels)} />
      <TextField name="problem" label={partLabels.problem} required rows={3} max={2000} />
      <TextField
        name="steps"
        label={partLabels.steps}
        required
        rows={5}
        max={4000}
        hint="一步写一行，别的乡镇照着就能做"
      />
      <AlikePanel township={township} id={id} />
      <TextField
        name="conditions"
        label={partLabels.conditions}
        rows={2}
        max={1000}
        hint="什么样的乡镇适合，需要什么条件"
      />
      <TextField name="cost" label={partLabels.cost} rows={2} max={1000} />
      <TextField name="lawBasis" label={partLabels.lawBasis} rows={2} max={1000} />
      <Form.Item
        name="metrics"
        label="关联指标"
        extra="这条做法让哪项指标变好，采用后就看这项指标，最多 5 项"
      >
        <Select
          mode="multiple"
          maxCount={5}
          options={metricChoices(names)}
          showSearch={{ optionFilterProp: "label" }}
          placeholder="请选择"
        />
      </Form.Item>
      <Form.Item
        name="evidence"
        label="佐证记录"
        extra="本乡镇的记录；发布后别的乡镇看得到标题和日期，看不到内容"
      >
        <EvidencePicker township={township} />
      </Form.Item>
    </>
  );
}
