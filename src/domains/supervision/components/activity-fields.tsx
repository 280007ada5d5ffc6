"use client";

import { Form } from "antd";
import type { ShownRecord } from "@/domains/records/components/slots";
import { dayOf, yearOf } from "@/lib/dates";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { activity } from "../record";

const today = () => dayOf(new Date());

/** Only an inspection of a law's enforcement names a law. */
export function LawName() {
  const kind = Form.useWatch<string | undefined>("kind");
  const { label, max } = activity.fields.lawName;
  return kind === "lawInspection" ? <TextField name="lawName" label={label} max={max} required /> : null;
}

/** What an earlier year settled is brought in with its report. */
export function EarlierReport({ record }: { record: ShownRecord | null }) {
  const day = useDayIn("occurredOn");
  if (record !== null || day === null || yearOf(day) >= yearOf(today())) return null;
  return (
    <>
      <TextField
        name="report"
        label="活动报告"
        rows={4}
        max={8000}
        hint="往年已经办结的，连同报告一起补录，不再进今日待办；没有报告的留空"
      />
      <DayField name="reportedOn" label="报告日期" max={today()} />
    </>
  );
}
