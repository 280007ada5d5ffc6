import type { FormItemProps } from "antd";
import type { ReactNode } from "react";

export type FieldProps = {
  name: string | (string | number)[];
  label: string;
  required?: boolean;
  /** The rule behind the field, under it: "代表法第51条：3个月内答复". */
  hint?: ReactNode;
  disabled?: boolean | undefined;
};

/**
 * What every field hands to antd's Form.Item; `verb` makes the sentence: 请填写… or 请选择….
 * @param faultOf what is wrong with a value, in a sentence
 */
export function itemOf(
  { name, label, required = false, hint }: FieldProps,
  verb: "填写" | "选择",
  faultOf?: (value: unknown) => string | null,
): FormItemProps {
  const validator = (_: unknown, value: unknown) => {
    const fault = faultOf?.(value) ?? null;
    return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
  };
  return {
    name,
    label,
    extra: hint,
    rules: [
      ...(required ? [{ required: true, message: `请${verb}${label}` }] : []),
      ...(faultOf ? [{ validator }] : []),
    ],
  };
}
