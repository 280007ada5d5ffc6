"use client";

import { Form } from "antd";
import { choicesOf } from "@/lib/choices";
import { ActButton } from "@/ui/link-button";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { agendaKindLabels, type AgendaKind } from "../labels";

export type AgendaValue = {
  id?: string | null;
  kind: AgendaKind;
  title: string;
  minutes?: number | null;
  speaker?: string | null;
  outcome?: string | null;
};

const kinds = choicesOf(agendaKindLabels);

/** The agenda, line by line in its order; lines move up by one so that an order can be put right. */
export function AgendaFields() {
  return (
    <Form.List name="agenda">
      {(fields, { add, remove, move }) => (
        <section className="form-section" aria-label="议程">
          <h2>议程</h2>
          <p className="soft">
            年度首次会议应有政府工作报告、主席团工作报告和预算（决算）审查（地方组织法第12条）。
          </p>
          {fields.map(({ key, name }) => (
            <div key={key} className="form-line">
              <div className="form-line-wide">
                <TextField name={[name, "title"]} label={`第 ${name + 1} 项名称`} required max={200} />
              </div>
              <ChoiceField name={[name, "kind"]} label="类别" required options={kinds} />
              <NumberField name={[name, "minutes"]} label="用时" unit="分钟" min={1} />
              <TextField name={[name, "speaker"]} label="报告人" max={60} />
              <div className="form-line-foot">
                {name > 0 ? <ActButton onClick={() => move(name, name - 1)}>上移</ActButton> : null}
                <ActButton danger onClick={() => remove(name)}>
                  移除
                </ActButton>
              </div>
            </div>
          ))}
          <p>
            <ActButton onClick={() => add({})}>加一项议程</ActButton>
          </p>
        </section>
      )}
    </Form.List>
  );
}
