"use client";

import { Form } from "antd";
import { NumberField, TextField } from "@/ui/form/fields";
import { ActButton } from "@/ui/link-button";

export type CandidateValue = {
  name: string;
  inFavour?: number;
  against: number;
  abstained: number;
  others: number;
};

/** One line a candidate; the four counts make up the valid ballots. */
export function CandidateFields() {
  return (
    <Form.List name="candidates">
      {(fields, { add, remove }) => (
        <section className="form-section" aria-label="候选人">
          <h2>候选人</h2>
          <p className="soft">每名候选人的赞成、反对、弃权、另选他人相加，等于有效票（收回 − 废票）。</p>
          {fields.map(({ key, name }) => (
            <div key={key} className="form-line">
              <div className="form-line-wide">
                <TextField name={[name, "name"]} label="姓名" required max={40} />
              </div>
              <NumberField name={[name, "inFavour"]} label="赞成" unit="票" required />
              <NumberField name={[name, "against"]} label="反对" unit="票" required />
              <NumberField name={[name, "abstained"]} label="弃权" unit="票" required />
              <NumberField name={[name, "others"]} label="另选他人" unit="票" required />
              <div className="form-line-foot">
                <ActButton danger onClick={() => remove(name)}>
                  移除
                </ActButton>
              </div>
            </div>
          ))}
          <p>
            <ActButton onClick={() => add({ against: 0, abstained: 0, others: 0 })}>加一名候选人</ActButton>
          </p>
        </section>
      )}
    </Form.List>
  );
}
