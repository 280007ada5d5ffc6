import { useId } from "react";

type SliderProps = {
  label: string;
  said: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
};

/** A native slider: it works by keys and on phones, and says its value in words. */
export function Slider({ label, said, value, min, max, step, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        value={value}
        aria-valuetext={said}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        {...{ min, max, step }}
      />
      <output htmlFor={id}>{said}</output>
    </div>
  );
}
