"use client";

import type { Day } from "@/lib/dates";
import { DatePicker, Form } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { itemOf, type FieldProps } from "./field-rules";

type DayFieldProps = FieldProps & { min?: Day | undefined; max?: Day | undefined };

const format = "YYYY-MM-DD";

/** The form holds the civil date as text; no time zone can move it by a day. */
export function DayField({ min, max, disabled, ...field }: DayFieldProps) {
  return (
    <Form.Item
      {...itemOf(field, "选择")}
      getValueProps={(day: unknown) => ({
        value: typeof day === "string" && day !== "" ? dayjs(day, format) : null,
      })}
      normalize={(picked: Dayjs | null) => picked?.format(format) ?? null}
    >
      <DatePicker
        format={[format, "YYYY.M.D", "YYYYMMDD", "YYYY/M/D"]}
        placeholder="2026-03-05"
        disabled={disabled ?? false}
        {...(min ? { minDate: dayjs(min, format) } : {})}
        {...(max ? { maxDate: dayjs(max, format) } : {})}
        style={{ width: "100%" }}
      />
    </Form.Item>
  );
}
