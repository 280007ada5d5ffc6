"use client";

import { useId, useState } from "react";
import { numberFromText } from "@/lib/numbers";

type Box<Value> = { label: string; value: Value; onChange: (value: Value) => void; wide?: boolean };

const classOf = (wide: boolean | undefined): string =>
  wide === true ? "scheme-box scheme-wide" : "scheme-box";

export function TextBox({ label, value, onChange, wide, max = 60 }: Box<string> & { max?: number }) {
  return (
    <label className={classOf(wide)}>
      <span>{label}</span>
      <input
        className="field"
        value={value}
        maxLength={max}
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

type NumberBoxProps = Box<number> & {
  unit?: string;
  /** what is typed for a value of one: 100 where a share is typed in percent */
  times?: number;
};

/** Read when it is left; what is no number stays in the box and is told beside it. */
export function NumberBox({ label, value, onChange, wide, unit = "", times = 1 }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = useId();
  const shown = typed ?? String(Number((value * times).toFixed(6)));
  const bad = typed !== null && numberFromText(typed) === null;
  return (
    <label className={classOf(wide)}>
      <span>
        {label}
        {unit === "" ? "" : `（${unit}）`}
      </span>
      <input
        className="field"
        inputMode="decimal"
        value={shown}
        autoComplete="off"
        aria-invalid={bad}
        aria-describedby={bad ? fault : undefined}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const read = numberFromText(text);
          if (read !== null) onChange(Number((read / times).toFixed(8)));
        }}
        onBlur={() => {
          if (!bad) setTyped(null);
        }}
      />
      {bad ? (
        <small id={fault} role="alert">
          请填写数字，如 5
        </small>
      ) : null}
    </label>
  );
}

export type Option<Value extends string> = { value: Value; label: string };

type PickBoxProps<Value extends string> = Box<Value> & { options: readonly Option<Value>[] };

export function PickBox<Value extends string>({
  label,
  value,
  onChange,
  options,
  wide,
}: PickBoxProps<Value>) {
  return (
    <label className={classOf(wide)}>
      <span>{label}</span>
      <select
        className="field"
        value={value}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.currentTarget.value);
          if (picked !== undefined) onChange(picked.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A line an entry, as people write a list. */
export function LinesBox({ label, value, onChange }: Box<readonly string[]>) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className="scheme-box scheme-wide">
      <span>{label}</span>
      <textarea
        className="field"
        rows={4}
        value={typed ?? value.join("\n")}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange(event.currentTarget.value.split("\n").filter((line) => line.trim() !== ""));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
