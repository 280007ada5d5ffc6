"use client";

import { type Day, dayFromText, dayOf, isDay, readDay, yearOf } from "@/lib/dates";
import { DatePicker, Form } from "antd";
import dayjs from "dayjs";
import { dayFault, type DayBounds } from "./field-faults";
import { itemOf, type FieldProps } from "./field-rules";
import { type FromForm, TypedInput } from "./typed-input";

const format = "YYYY-MM-DD";
/** 3月5日 is taken for this year's; the box shows the whole day as soon as it is left. */
const read = (text: string): Day | null => {
  const reading = readDay(text, yearOf(dayOf(new Date())));
  return "day" in reading ? reading.day : null;
};

/** The day is typed; the calendar beside it is for those who would rather pick. */
function DayInput({ min, max, disabled, ...fromForm }: FromForm & DayBounds & { disabled: boolean }) {
  const { value, onChange } = fromForm;
  const day = typeof value === "string" && isDay(value) ? dayjs(value, format) : null;
  return (
    <div className="day-field">
      <TypedInput
        {...fromForm}
        read={read}
        isGuess={(text) => dayFromText(text) === null && read(text) !== null}
        disabled={disabled}
        inputMode="text"
        placeholder="如 2026-03-05"
      />
      <DatePicker
        className="day-calendar"
        aria-label="打开日历"
        value={day}
        onChange={(picked) => onChange?.(picked?.format(format) ?? null)}
        {...(min ? { minDate: dayjs(min, format) } : {})}
        {...(max ? { maxDate: dayjs(max, format) } : {})}
        placement="bottomRight"
        placeholder=""
        disabled={disabled}
        allowClear={false}
        inputReadOnly
        tabIndex={-1}
      />
    </div>
  );
}

/** The day another field of the form holds, for what depends on it; `null` while there is none that can be read. */
export function useDayIn(name: string): Day | null {
  const value = Form.useWatch<unknown>(name);
  return typeof value === "string" && isDay(value) ? value : null;
}

/** The form holds the civil date as text; no time zone can move it by a day. */
export function DayField({ min, max, disabled, ...field }: FieldProps & DayBounds) {
  const item = itemOf(field, "填写", (value) => dayFault(value, field.label, { min, max }));
  return (
    <Form.Item {...item}>
      <DayInput min={min} max={max} disabled={disabled ?? false} />
    </Form.Item>
  );
}
