import type { Indicator } from "@/domains/figures/rules/scheme";
import { classLabel } from "@/domains/tenancy/labels";
import { Slider } from "@/ui/form/slider";
import type { Moves } from "../rules/moved";
import { type Parameter, parametersOf, withParameter } from "../rules/parameters";

type Props = { indicator: Indicator; moves: Moves; onChange: (moves: Moves) => void };

const said = ({ share }: Parameter, value: number): string =>
  share ? `${Math.round(value * 100)}%` : String(Number(value.toFixed(2)));

/** The numbers of one indicator's formula, each in its own words: "从多少起计分". */
export function WhatIfParameters({ indicator, moves, onChange }: Props) {
  const moved = moves.parameters
    .filter(({ code }) => code === indicator.code)
    .reduce((one, { path, value }) => withParameter(one, path, value), indicator);
  const before = new Map(parametersOf(indicator).map((one) => [one.path, one.value]));
  const move = (path: string, value: number) => {
    const others = moves.parameters.filter((one) => one.code !== indicator.code || one.path !== path);
    onChange({ ...moves, parameters: [...others, { code: indicator.code, path, value }] });
  };
  return parametersOf(moved).map((parameter) => {
    const { path, townshipClass, label, value } = parameter;
    const old = before.get(path) ?? value;
    const now = said(parameter, value);
    return (
      <Slider
        key={path}
        label={`${townshipClass === null ? "" : `${classLabel(townshipClass)}：`}${label}`}
        said={old === value ? now : `${said(parameter, old)} → ${now}`}
        value={value}
        min={parameter.min}
        max={parameter.max}
        step={parameter.step}
        onChange={(next) => move(path, next)}
      />
    );
  });
}
