"use client";

import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { type Scheme, type Subject, subjectOf, totalOf } from "@/domains/figures/rules/scheme";
import { Panel } from "@/ui/panel";
import { NumberBox, PickBox, TextBox } from "./boxes";
import { FewBox } from "./few-box";
import { Grades, Items, Vetoes } from "./scheme-extras";

type Props = { scheme: Scheme; onChange: (scheme: Scheme) => void };

const subjects = (Object.keys(subjectLabels) as Subject[]).map((value) => ({
  value,
  label: subjectLabels[value],
}));

function Whole({ scheme, onChange }: Props) {
  const { smallNumber, ...rest } = scheme;
  return (
    <div className="scheme-fields">
      <TextBox
        wide
        max={100}
        label="方案名称"
        value={scheme.name}
        onChange={(name) => onChange({ ...scheme, name })}
      />
      <NumberBox
        label="总分"
        unit="分"
        value={totalOf(scheme)}
        onChange={(total) => onChange({ ...scheme, total })}
      />
      <PickBox
        label="考核对象"
        value={subjectOf(scheme)}
        options={subjects}
        onChange={(subject) => onChange({ ...scheme, subject })}
      />
      <FewBox
        rule={smallNumber}
        onChange={(rule) => onChange(rule ? { ...rest, smallNumber: rule } : rest)}
      />
    </div>
  );
}

function Beside({ scheme, onChange }: Props) {
  const set = (part: Partial<Scheme>) => onChange({ ...scheme, ...part });
  return (
    <>
      <Panel title="加分">
        <div className="stack">
          <Items stem="b" items={scheme.bonuses} onChange={(bonuses) => set({ bonuses })} />
          <NumberBox
            label="加分最多"
            unit="分"
            value={scheme.bonusCap}
            onChange={(bonusCap) => set({ bonusCap })}
          />
        </div>
      </Panel>
      <Panel title="扣分">
        <div className="stack">
          <Items stem="d" items={scheme.deductions} onChange={(deductions) => set({ deductions })} />
          <NumberBox
            label="扣分最多"
            unit="分"
            value={scheme.deductionCap}
            onChange={(deductionCap) => set({ deductionCap })}
          />
        </div>
      </Panel>
      <Panel title="一票否决" note="只影响等次，得分照列">
        <div className="stack">
          <Vetoes items={scheme.vetoes} onChange={(vetoes) => set({ vetoes })} />
          <TextBox
            label="否决后定为"
            max={20}
            value={scheme.vetoGrade}
            onChange={(vetoGrade) => set({ vetoGrade })}
          />
        </div>
      </Panel>
    </>
  );
}

/** What a scheme says besides its indicators. */
export function SchemeRest({ scheme, onChange }: Props) {
  const subject = subjectOf(scheme);
  const beside = scheme.bonuses.length + scheme.deductions.length + scheme.vetoes.length > 0;
  const set = (part: Partial<Scheme>) => onChange({ ...scheme, ...part });
  return (
    <>
      <Panel title="方案">
        <Whole scheme={scheme} onChange={onChange} />
      </Panel>
      {subject === "township" || beside ? (
        <Beside scheme={scheme} onChange={onChange} />
      ) : (
        <p className="soft">
          评{subjectLabels[subject]}
          的方案按系统能数的记录计分，没有评审、封存、申诉和加分、扣分、一票否决；公布以后在「小组、单位考核」里排位。
        </p>
      )}
      <Panel title="等次">
        <div className="stack">
          <Grades items={scheme.grades} onChange={(grades) => set({ grades })} />
          <PickBox
            label="名额按哪里算"
            value={scheme.quotaWithin ?? "county"}
            options={[
              { value: "county", label: "全县" },
              { value: "class", label: "同类乡镇" },
            ]}
            onChange={(quotaWithin) => set({ quotaWithin })}
          />
        </div>
      </Panel>
    </>
  );
}
