"use client";

import { measuredFromText } from "@/lib/numbers";
import { Checkbox, Form, Input, Radio, Select } from "antd";
import { numberFault } from "./field-faults";
import { itemOf, type FieldProps } from "./field-rules";
import { NothingToPick, type SetUp } from "./nothing-to-pick";
import { TypedInput } from "./typed-input";

type TextFieldProps = FieldProps & {
  /** Rows of text; one row is a plain input where Enter saves. */
  rows?: number;
  /** Characters at most; counted beside the field. */
  max?: number;
  placeholder?: string;
};

export function TextField({
  rows = 1,
  max = rows > 1 ? 2000 : 120,
  placeholder,
  disabled,
  ...field
}: TextFieldProps) {
  const item = itemOf(field, "填写");
  const rules = [...(item.rules ?? []), { max, message: `${field.label}最多 ${max} 个字` }];
  const shared = { ...(placeholder ? { placeholder } : {}), disabled: disabled ?? false };
  return (
    <Form.Item {...item} rules={rules}>
      {rows > 1 ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: 18 }}
          showCount={{ formatter: countOf(max) }}
        />
      ) : (
        <Input {...shared} autoComplete="off" />
      )}
    </Form.Item>
  );
}

function countOf(max: number) {
  return ({ count }: { count: number }) => `${count} / ${max} 字`;
}

type NumberFieldProps = FieldProps & {
  min?: number;
  max?: number;
  unit?: string;
  digits?: number;
  /** what a number means that says of itself that it is a round one */
  readRound?: (text: string) => number | null;
};

export function NumberField(props: NumberFieldProps) {
  const { min = 0, max, unit, digits = 0, disabled, readRound, ...field } = props;
  return (
    <Form.Item {...itemOf(field, "填写", (value) => numberFault(value, field.label, { min, max, digits }))}>
      <TypedInput
        read={(text) => measuredFromText(text, unit) ?? readRound?.(text) ?? null}
        inputMode={digits === 0 ? "numeric" : "decimal"}
        suffix={unit}
        disabled={disabled ?? false}
      />
    </Form.Item>
  );
}

export type Choice = { value: string; label: string; hint?: string };

type ChoicesProps = {
  options: readonly Choice[];
  optional: boolean;
  disabled: boolean;
  /** The next three come from the form. */
  id?: string;
  value?: string | null;
  onChange?: (value: string | undefined) => void;
};

/** A radio button cannot be taken back; an optional answer can. */
function Choices({ options, optional, disabled, id, value, onChange }: ChoicesProps) {
  return (
    <>
      <Radio.Group
        {...(id === undefined ? {} : { id })}
        options={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value ?? null}
        onChange={({ target }) => onChange?.(String(target.value))}
        disabled={disabled}
      />
      {optional && value && !disabled ? (
        <button type="button" className="btn btn-quiet" onClick={() => onChange?.(undefined)}>
          不选
        </button>
      ) : null}
    </>
  );
}

type ChoiceFieldProps = FieldProps & {
  options: readonly Choice[];
  /** Where the options come from, for lists that begin empty. */
  setUp?: SetUp;
};

/** Up to five choices are all shown; more become a list to search in. */
export function ChoiceField({ options, setUp, disabled, ...field }: ChoiceFieldProps) {
  const few = options.length <= 5;
  const hint = setUp && options.length === 0 ? <NothingToPick {...setUp} /> : field.hint;
  return (
    <Form.Item {...itemOf({ ...field, hint }, "选择")}>
      {few ? (
        <Choices options={options} optional={!field.required} disabled={disabled ?? false} />
      ) : (
        <Select
          options={options.map(({ value, label }) => ({ value, label }))}
          showSearch={{ optionFilterProp: "label" }}
          allowClear={!field.required}
          disabled={disabled ?? false}
          placeholder="请选择"
        />
      )}
    </Form.Item>
  );
}

/** One yes/no statement, written so that a tick means yes. */
export function TickField({ name, label, hint, disabled }: Omit<FieldProps, "required">) {
  return (
    <Form.Item name={name} valuePropName="checked" extra={hint}>
      <Checkbox disabled={disabled ?? false}>{label}</Checkbox>
    </Form.Item>
  );
}
