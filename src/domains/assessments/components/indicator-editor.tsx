"use client";

import { subjectsOfMetric } from "@/domains/figures/rules/metric-parts";
import { isMetricCode, metricOf, metrics } from "@/domains/figures/rules/metrics";
import type { Indicator, SmallNumberRule, Subject } from "@/domains/figures/rules/scheme";
import { withMetric } from "@/domains/figures/rules/scheme-edit";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { NumberBox, PickBox, TextBox } from "./boxes";
import { FewBox } from "./few-box";
import { IndicatorFormulas } from "./indicator-formulas";
import type { ValuesOfYear } from "./points-preview";

type Props = {
  indicator: Indicator;
  subject: Subject;
  values: ValuesOfYear | undefined;
  /** the scheme's rule for few cases, where the indicator has none of its own */
  few: SmallNumberRule | undefined;
  onChange: (indicator: Indicator) => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
};

function Words({ indicator, onChange }: Pick<Props, "indicator" | "onChange">) {
  const { words } = indicator;
  const { smallNumber, ...rest } = indicator;
  const put = (part: Partial<typeof words>) => onChange({ ...indicator, words: { ...words, ...part } });
  return (
    <details>
      <summary>得分说明用的字句、依据、没有应办事项或件数太少时</summary>
      <div className="scheme-fields">
        <TextBox label="计量单位，如 件" max={20} value={words.unit} onChange={(unit) => put({ unit })} />
        <TextBox label="怎样算完成，如 在期限内答复" value={words.done} onChange={(done) => put({ done })} />
        <TextBox label="提分建议，如 再按期答复 1 件" value={words.more} onChange={(more) => put({ more })} />
        <TextBox
          label="依据"
          max={100}
          value={indicator.article}
          onChange={(article) => onChange({ ...indicator, article })}
        />
        <PickBox
          label="没有应办事项时"
          value={indicator.whenNone}
          options={[
            { value: "notApplicable", label: "不计分，分值由其他指标分摊" },
            { value: "full", label: "得满分" },
          ]}
          onChange={(whenNone) => onChange({ ...indicator, whenNone })}
        />
        <FewBox
          own
          rule={smallNumber}
          onChange={(rule) => onChange(rule === undefined ? rest : { ...rest, smallNumber: rule })}
        />
      </div>
    </details>
  );
}

export function IndicatorEditor(props: Props) {
  const { indicator, subject, values, few, onChange, onRemove, onMove } = props;
  const { metric, smallNumber = few ?? null } = indicator;
  const offered = metrics.filter(({ code }) => code === metric || subjectsOfMetric(code).includes(subject));
  const definition = metric !== null && isMetricCode(metric) ? metricOf(metric) : null;
  return (
    <Panel
      title={`${indicator.code} ${indicator.name}`}
      extra={
        <div className="row">
          <ActButton onClick={() => onMove(-1)}>上移</ActButton>
          <ActButton onClick={() => onMove(1)}>下移</ActButton>
          <ActButton danger onClick={onRemove}>
            删去
          </ActButton>
        </div>
      }
    >
      <div className="stack">
        <div className="scheme-fields">
          <TextBox
            label="编号"
            max={20}
            value={indicator.code}
            onChange={(code) => onChange({ ...indicator, code })}
          />
          <TextBox
            label="名称"
            value={indicator.name}
            onChange={(name) => onChange({ ...indicator, name })}
          />
          <NumberBox
            label="分值"
            unit="分"
            value={indicator.points}
            onChange={(points) => onChange({ ...indicator, points })}
          />
          <PickBox
            wide
            label="口径：数什么"
            value={metric ?? ""}
            options={[
              { value: "", label: subject === "township" ? "不由系统计算（由评审打分）" : "还没有选" },
              ...offered.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ]}
            onChange={(picked) => onChange(withMetric(indicator, picked === "" ? null : picked))}
          />
        </div>
        {definition === null ? null : (
          <p className="soft">
            {definition.rule}（{definition.article}）
          </p>
        )}
        <IndicatorFormulas indicator={indicator} onChange={onChange} values={values} few={smallNumber} />
        <Words indicator={indicator} onChange={onChange} />
      </div>
    </Panel>
  );
}
